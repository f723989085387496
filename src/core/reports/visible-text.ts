/** Text for a terminal or log: control and text-direction characters of contributed words are spelled out. */
export function visibleText(text: string): string {
  return text.replace(HIDDEN, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    return `<U+${code}>`;
  });
}

const HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is spelled out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
