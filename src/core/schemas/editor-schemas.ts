import { z } from "zod";
import { KINDS, type Kind } from "./kinds.ts";

/** The JSON Schema of each kind of file, for completion and squiggles in editors; generated, never edited. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map(
    (Object.keys(KINDS) as Kind[]).map((kind) => {
      const schema = z.toJSONSchema(KINDS[kind].schema as z.ZodType, { io: "input", unrepresentable: "any" });
      const titled = {
        ...schema,
        title: `Tidemark ${kind}`,
        description: `${KINDS[kind].at} of a Tidemark content folder`,
      };
      return [`${kind}.schema.json`, `${JSON.stringify(titled, undefined, 2)}\n`] as const;
    }),
  );
}
