import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CORE_SCHEMA, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../../..");
const ODD = [
  "a: 1_000",
  "a: 0777",
  "a: 0o17",
  "a: 10:30",
  "a: 2026-03-14",
  "a: yes",
  "a: ~",
  "a: 1e3",
  "a: 0x1F",
  "<<: {a: 1}",
  "a: |\n  x\n  y",
  "? x\n: y",
  "1: x",
  "a: +1",
  "a: TRUE",
  "a: 'it''s'",
  'a: "\\u00e9"',
  "a: >-\n  b\n  c",
  "a: - b",
  "a: [1, 2,]",
  "{a: 1, b: {c: d}}",
  "a:\n- b\n- c",
  "a: #",
  "a: x # y",
];

describe("js-yaml, which reads values, and yaml, which finds places", () => {
  it("agree on every file of the demo and of the fixtures", () => {
    const texts = [...yamlIn(join(ROOT, "content")), ...yamlIn(join(ROOT, "test/fixtures/minimal"))];
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(load(text, { schema: CORE_SCHEMA })).toEqual(parse(text));
  });

  it.each(ODD)("agree on %j", (text) => {
    expect(valueRead(() => load(text, { schema: CORE_SCHEMA }))).toEqual(valueRead(() => parse(text)));
  });
});

function valueRead(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return "refused";
  }
}

function yamlIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(mdx|yaml)$/.test(path))
    .map((path) => readFileSync(join(folder, path), "utf8"))
    .map((text) => /^---\n([\s\S]*?\n)---(?:\n|$)/.exec(text)?.[1] ?? text);
}
