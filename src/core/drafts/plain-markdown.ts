/** Contributed words as Markdown that says those very words. */
export function plainMarkdown(words: string): string {
  return words.replace(/\s+/g, " ").replace(/[\\`*_{}[\]<>()#+!|~&]/g, "\\$&");
}
