// `npm run schemas`: writes the JSON Schemas that editors use.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { editorSchemas } from "../src/core/schemas/editor-schemas.ts";

const folder = join(import.meta.dirname, "..", "public", "schemas");
mkdirSync(folder, { recursive: true });
for (const [name, text] of editorSchemas()) writeFileSync(join(folder, name), text);
process.stdout.write(`Wrote ${editorSchemas().size} schemas to public/schemas.\n`);
