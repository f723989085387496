import { z } from "zod";
import { KINDS, type Kind } from "./kinds.ts";
import { statusDocument } from "./status-document.ts";

/** The JSON Schema of each kind of file, for completion and squiggles in editors; generated, never edited. */
export function editorSchemas(): ReadonlyMap<string, string> {
  return new Map([
    ["status.schema.json", statusSchema()],
    ...(Object.keys(KINDS) as Kind[]).map((kind) => {
      const schema = z.toJSONSchema(KINDS[kind].schema as z.ZodType, { io: "input", unrepresentable: "any" });
      const titled = {
        ...schema,
        title: `Tidemark ${kind}`,
        description: `${KINDS[kind].at} of a Tidemark content folder`,
      };
      return [`${kind}.schema.json`, `${JSON.stringify(titled, undefined, 2)}\n`] as const;
    }),
  ]);
}

/** What status/status.json of a site holds, for programs that read it. */
function statusSchema(): string {
  const schema = z.toJSONSchema(statusDocument, { unrepresentable: "any" });
  const titled = {
    ...schema,
    title: "Tidemark status",
    description: "status/status.json of a Tidemark site",
  };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}
