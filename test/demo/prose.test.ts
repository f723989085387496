import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";

const content = join(import.meta.dirname, "../../content");
const MIN_WORDS = 8;

it("no sentence of eight words or more stands in two files of the demo", () => {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(mdx|yaml)$/.test(path),
  );
  const firstFile = new Map<string, string>();
  const shared: string[] = [];
  let sentences = 0;
  for (const file of files.sort())
    for (const sentence of new Set(sentencesOf(readFileSync(join(content, file), "utf8"), file))) {
      sentences += 1;
      const first = firstFile.get(sentence);
      if (first === undefined) firstFile.set(sentence, file);
      else shared.push(`${first} and ${file}: ${sentence}`);
    }
  expect(shared).toEqual([]);
  expect(sentences).toBeGreaterThan(2000);
});

it("finds a sentence in front matter and in a body, whatever its case and its marks", () => {
  const file =
    '---\nnote: "One two three four five six seven, eight. Nine"\n---\n\n- **One** two [three](/x/) four five six seven eight!\n\n```\none two three four five six seven eight\n```\n';
  expect(sentencesOf(file, "a.mdx")).toEqual([
    "one two three four five six seven eight",
    "one two three four five six seven eight",
  ]);
});

/** Sentences of a file in words alone: of every text in its front matter or YAML, and of its body without code. */
function sentencesOf(source: string, file: string): string[] {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const data: unknown = parse(file.endsWith(".mdx") ? front! : source);
  return [...textsIn(data), ...(body === undefined ? [] : [plainText(body)])].flatMap(sentencesIn);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return /\s/.test(value) ? [value] : [];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsIn) : [];
}

function plainText(body: string): string {
  return body
    .replace(/^```[\s\S]*?^```$/gm, "\n")
    .replace(/\]\([^)]*\)/g, "")
    .replace(/<[^>]*>/g, (tag) => ` ${[...tag.matchAll(/"([^"]*)"/g)].map((match) => match[1]).join("\n")} `);
}

function sentencesIn(text: string): string[] {
  return text
    .split(/[.!?]["')\]*_]*\s|\n|\|/)
    .map((sentence) => (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "))
    .filter((sentence) => sentence.split(" ").length >= MIN_WORDS);
}
