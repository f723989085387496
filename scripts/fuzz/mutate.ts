import { pick } from "../bench/random.ts";
import { PIECES } from "./pieces.ts";

const LARGEST = 96 * 1024;

type Chance = () => number;
type Change = (text: string, chance: Chance, other: string) => string;

/** Ways to spoil a text. */
const CHANGES: readonly Change[] = [
  (text, chance) => at(text, chance, (before, after) => before + pick(chance, PIECES) + after),
  (text, chance) =>
    at(
      text,
      chance,
      (before, after) => before + pick(chance, PIECES).repeat(2 + Math.floor(chance() ** 5 * 40_000)) + after,
    ),
  (text, chance) =>
    at(
      text,
      chance,
      (before, after) =>
        before +
        Array.from({ length: 2 + Math.floor(chance() * 30) }, () => pick(chance, PIECES)).join("") +
        after,
    ),
  (text, chance, other) => at(text, chance, (before, after) => before + slice(other, chance) + after),
  (text, chance) => at(text, chance, (before, after) => before + slice(text, chance) + after),
  (text, chance) =>
    at(
      text,
      chance,
      (before, after) => before + slice(text, chance).repeat(2 + Math.floor(chance() ** 2 * 60)) + after,
    ),
  (text, chance) => text.slice(0, Math.floor(chance() * text.length)),
  (text, chance) => text.slice(Math.floor(chance() ** 3 * text.length)),
  (text, chance) => at(text, chance, (before, after) => before + after.slice(Math.floor(chance() * 80))),
  (text, chance) => lines(text, chance, (list, row) => list.splice(row, 1 + Math.floor(chance() * 5))),
  (text, chance) =>
    lines(text, chance, (list, row) => list.splice(row, 0, list[Math.floor(chance() * list.length)] ?? "")),
  (text, chance) =>
    lines(
      text,
      chance,
      (list, row) =>
        (list[row] =
          pick(chance, [" ", "  ", "\t", "> ", "- ", "    ", "#"]).repeat(
            1 + Math.floor(chance() ** 2 * 40),
          ) + list[row]),
    ),
  (text, chance) =>
    lines(
      text,
      chance,
      (list, row) =>
        (list[row] = list[row]!.replace(
          /^(\s*)([\w-]+):/,
          (_, lead, key) =>
            `${lead}${pick(chance, ["title", "visibility", "constructor", "toString", "milestones", key.toUpperCase(), `"${key}"`])}:`,
        )),
    ),
  (text, chance) =>
    lines(
      text,
      chance,
      (list, row) =>
        (list[row] = list[row]!.replace(/:\s.*$/, () => `: ${pick(chance, PIECES)}${pick(chance, PIECES)}`)),
    ),
  (text, chance) => {
    const opening = pick(chance, [
      "{",
      "[",
      "(",
      "<Callout>",
      "> ",
      "- ",
      "**",
      "<a ",
      "`",
      "![",
      "{a: ",
      "{!",
      "{(",
      "[a](",
      "<Internal>\n\n",
      '"',
      "  - ",
    ]);
    const closing =
      chance() < 0.5
        ? ""
        : pick(chance, ["}", "]", ")", "</Callout>", "**", "`", "](b)", "\n\n</Internal>\n", '"']);
    const times = 1 + Math.floor(chance() ** 2 * 500);
    return at(
      text,
      chance,
      (before, after) => before + opening.repeat(times) + closing.repeat(times) + after,
    );
  },
];

/** Changes a file in one to four ways, the last time perhaps in its bytes. */
export function mutate(bytes: Buffer, other: Buffer, chance: Chance): Buffer {
  let text = bytes.toString("utf8");
  for (let left = 1 + Math.floor(chance() * 4); left > 0; left--)
    text = pick(chance, CHANGES)(text, chance, other.toString("utf8")).slice(0, LARGEST);
  const changed = Buffer.from(text);
  if (chance() < 0.15)
    for (let flips = 1 + Math.floor(chance() * 8); flips > 0 && changed.length > 0; flips--)
      changed[Math.floor(chance() * changed.length)]! ^= 1 << Math.floor(chance() * 8);
  return changed;
}

function at(text: string, chance: Chance, change: (before: string, after: string) => string): string {
  const place = Math.floor(chance() * (text.length + 1));
  return change(text.slice(0, place), text.slice(place));
}

function slice(text: string, chance: Chance): string {
  const from = Math.floor(chance() * text.length);
  return text.slice(from, from + Math.floor(chance() ** 2 * 2_000));
}

function lines(text: string, chance: Chance, change: (list: string[], row: number) => unknown): string {
  const list = text.split("\n");
  change(list, Math.floor(chance() * list.length));
  return list.join("\n");
}
