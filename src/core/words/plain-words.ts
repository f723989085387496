/** A sentence with names of fields in backticks, as a terminal shows it → the same for a page, which needs no backticks. */
export function plainWords(sentence: string): string {
  return sentence.replaceAll("`", "");
}
