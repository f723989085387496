import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { pathAsWritten, salvage } from "../../../src/core/parse/salvage.ts";

const schema = z.strictObject({
  title: z.string(),
  note: z.string().optional(),
  items: z.array(z.strictObject({ id: z.string(), due: z.string().optional() })).default([]),
});

test("what fits remains, and what does not is named by its place in the document", () => {
  const value = {
    title: "a",
    note: 3,
    odd: true,
    items: [{ id: "one" }, { due: "x" }, { id: "three", dew: "x" }, { id: 4 }, { id: "five" }],
  };
  const rest = salvage(schema, value);
  expect(rest?.data).toEqual({ title: "a", items: [{ id: "one" }, { id: "three" }, { id: "five" }] });
  expect(pathAsWritten(["items", 0, "id"], rest!.removed)).toEqual(["items", 0, "id"]);
  expect(pathAsWritten(["items", 1, "id"], rest!.removed)).toEqual(["items", 2, "id"]);
  expect(pathAsWritten(["items", 2, "id"], rest!.removed)).toEqual(["items", 4, "id"]);
});

test("nothing is made up where a field that must be there is missing or wrong", () => {
  expect(salvage(schema, { items: [] })).toBeUndefined();
  expect(salvage(schema, { title: 1 })).toBeUndefined();
  for (const value of [null, 1, "a", []]) expect(salvage(schema, value)).toBeUndefined();
});

test("of any list what remains keeps its order, and each place leads back to where it stood", () => {
  const item = fc.oneof(
    fc.record({ id: fc.string() }),
    fc.record({ id: fc.integer() }),
    fc.constant(null),
    fc.record({ id: fc.string(), odd: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const rest = salvage(schema, { title: "a", items })!;
      const kept = items.filter((each) => typeof each?.id === "string").map((each) => each!.id);
      expect(rest.data.items.map(({ id }) => id)).toEqual(kept);
      rest.data.items.forEach(({ id }, index) => {
        expect(items[pathAsWritten(["items", index], rest.removed)[1] as number]?.id).toBe(id);
      });
    }),
  );
});
