// `npm run schemas`: writes the JSON Schemas that editors use, and the one of what `metrics` prints.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { metricsReportSchema } from "../src/core/reports/metrics/metrics-report.ts";
import { editorSchemas } from "../src/core/schemas/editor-schemas.ts";

const folder = join(import.meta.dirname, "..", "public", "schemas");
mkdirSync(folder, { recursive: true });
const schemas = new Map([...editorSchemas(), ["metrics.schema.json", metricsReportSchema()]]);
for (const [name, text] of schemas) writeFileSync(join(folder, name), text);
process.stdout.write(`Wrote ${schemas.size} schemas to public/schemas.\n`);
