/** An author's text for a message: in quotes, on one line, not too long. */
export function quotedShort(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}
