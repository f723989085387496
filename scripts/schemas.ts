// `npm run schemas`: writes the JSON Schemas and the completions that editors use, and the schema of what `metrics` prints.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { metricsReportSchema } from "../src/core/reports/metrics/metrics-report.ts";
import { editorSchemas } from "../src/core/schemas/editor-schemas.ts";
import { editorSnippets, SNIPPETS_FILE } from "../src/core/schemas/editor-snippets.ts";

const folder = join(import.meta.dirname, "..", "public", "schemas");
mkdirSync(folder, { recursive: true });
const schemas = new Map([...editorSchemas(), ["metrics.schema.json", metricsReportSchema()]]);
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
writeFileSync(join(import.meta.dirname, "..", SNIPPETS_FILE), editorSnippets());
process.stdout.write(`Wrote ${schemas.size} schemas to public/schemas, and ${SNIPPETS_FILE}.\n`);
