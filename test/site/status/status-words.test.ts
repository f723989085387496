import { expect, test } from "vitest";
import { ROLL_UP } from "../../../src/core/status/roll-up.ts";
import { statusAr } from "../../../src/site/locales/status-ar.ts";
import { statusDe } from "../../../src/site/locales/status-de.ts";
import { statusEn } from "../../../src/site/locales/status-en.ts";
import { statusWords } from "../../../src/site/locales/status-words.ts";
import { statusPolicy } from "../../../src/site/status/status-policy.ts";

/** Words that are the same in another language for a reason. */
const SAME: Readonly<Record<string, readonly string[]>> = { de: [], ar: [] };

/** Every word by its place, functions as what they say. */
function flat(value: unknown, place = ""): [string, string][] {
  if (typeof value === "function") return [[place, value("X", "Y")]];
  if (typeof value === "string") return [[place, value]];
  return Object.entries(value as object).flatMap(([key, each]) => flat(each, `${place}.${key}`));
}

test.each([
  ["de", statusDe],
  ["ar", statusAr],
] as const)("every word of the status pages is there in %s, and translated", (language, words) => {
  const english = new Map(flat(statusEn));
  const theirs = new Map(flat(words));
  expect([...theirs.keys()]).toEqual([...english.keys()]);
  const untouched = [...theirs].filter(
    ([place, text]) =>
      english.get(place) === text && place !== ".direction" && !SAME[language]!.includes(place),
  );
  expect(untouched).toEqual([]);
});

test("each overall state of the one table has its words, and a language that nobody wrote is English", () => {
  for (const { description } of ROLL_UP) expect(statusEn.overall[description]).toBeTruthy();
  expect(statusWords("fr")).toBe(statusEn);
  expect(statusWords("de-AT")).toBe(statusDe);
});

test("the policy of the status pages allows their own style and script by hash, and an icon in the page", () => {
  expect(statusPolicy).toMatch(
    /^default-src 'none'; style-src 'sha256-[\w+/=]+'; script-src 'sha256-[\w+/=]+'; img-src data:;/,
  );
});
