import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Document } from "yaml";
import { fieldPlaces } from "../../../src/core/parse/field-places.ts";
import { readYaml } from "../../../src/core/parse/read-yaml.ts";

type Tree = string | readonly Tree[] | { readonly [key: string]: Tree };

// Every key and every value is a word of its own, so that what stands at a place tells whether it is the right one.
const tree: fc.Arbitrary<Tree> = fc.letrec<{ node: Tree }>((tie) => ({
  node: fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.array(tie("node"), { minLength: 1, maxLength: 3 }) },
    {
      weight: 2,
      arbitrary: fc
        .array(tie("node"), { minLength: 1, maxLength: 4 })
        .map((list) => Object.fromEntries(list.map((value, at) => [String(at), value]))),
    },
  ),
})).node;

const document = fc.record({
  value: fc.array(tree, { minLength: 1, maxLength: 5 }),
  indent: fc.constantFrom(2, 4),
  flow: fc.boolean(),
  quotes: fc.constantFrom("PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE") as fc.Arbitrary<
    "PLAIN" | "QUOTE_DOUBLE" | "QUOTE_SINGLE"
  >,
  before: fc.constantFrom("", "# a comment\n", "\n\n"),
});

describe("a place in YAML", () => {
  test("is where the field's name or value is written, however it is written", () => {
    fc.assert(
      fc.property(document, ({ value, indent, flow, quotes, before }) => {
        let words = 0;
        const named = (node: Tree): Tree => {
          if (typeof node === "string") return `value${words++}`;
          if (Array.isArray(node)) return node.map(named);
          return Object.fromEntries(
            Object.values(node).map((each) => [`key${words++}`, named(each as Tree)]),
          );
        };
        const fields = named(Object.fromEntries(value.map((each, at) => [String(at), each])));
        const yaml =
          before +
          new Document(fields).toString({
            indent,
            collectionStyle: flow ? "flow" : "any",
            defaultStringType: quotes,
            lineWidth: 60,
          });
        expect(readYaml("f", yaml, 1)).toEqual({ value: fields, findings: [] });
        const places = fieldPlaces(yaml, 11);
        const lines = yaml.split("\n");
        const at = (path: readonly (string | number)[], name: boolean) => {
          const { line, column } = places(path, name);
          return lines[line - 11]!.slice(column - 1);
        };
        for (const [path, node] of nodesOf(fields, [])) {
          const key = path.at(-1)!;
          if (typeof key === "string") expect(at(path, true)).toMatch(new RegExp(`^["']?${key}\\b`));
          if (typeof node === "string") expect(at(path, false)).toMatch(new RegExp(`^["']?${node}\\b`));
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    [["impact", 0, "level"], false, "3:12"],
    [["impact", 0, "level"], true, "3:5"],
    [["impact", 0, "to"], false, "2:5"],
    [["impact", 7], false, "1:1"],
    [["nothing"], false, "1:1"],
    [[], false, "1:1"],
  ] as const)("of %j (name: %j) is %s", (path, name, place) => {
    const { line, column } = fieldPlaces("impact:\n  - service: checkout\n    level: none\n", 1)(path, name);
    expect(`${line}:${column}`).toBe(place);
  });
});

function* nodesOf(
  node: Tree,
  path: readonly (string | number)[],
): Generator<readonly [readonly (string | number)[], Tree]> {
  if (path.length > 0) yield [path, node];
  if (Array.isArray(node)) for (const [at, each] of node.entries()) yield* nodesOf(each, [...path, at]);
  else if (typeof node !== "string")
    for (const [key, each] of Object.entries(node)) yield* nodesOf(each as Tree, [...path, key]);
}
