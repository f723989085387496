import { sha256 } from "../markdown/diagram/sha256.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * The id by which other programs know something: twelve lowercase letters and digits, the first a letter so that nobody
 * takes it for a date. It is made from the first name that the thing had, so that renaming changes nothing.
 */
export function statusId(
  kind: string,
  { id, aliases }: { id: string; aliases: readonly string[] },
  part = "",
): string {
  const digest = sha256(`${kind} ${aliases[0] ?? id} ${part}`);
  return LETTERS[Number.parseInt(digest.slice(0, 4), 16) % LETTERS.length]! + digest.slice(4, 15);
}
