import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { metricsReportSchema } from "../../../src/core/reports/metrics/metrics-report.ts";
import { editorSchemas } from "../../../src/core/schemas/editor-schemas.ts";

const folder = join(import.meta.dirname, "../../../public/schemas");

const published = new Map([...editorSchemas(), ["metrics.schema.json", metricsReportSchema()]]);

describe("the JSON Schemas for editors and of what is printed", () => {
  it("are what the zod schemas say (run `npm run schemas` after a change)", () => {
    const written = Object.fromEntries(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")]),
    );
    expect(written).toEqual(Object.fromEntries(published));
  });

  it("describe every field", () => {
    const bare: string[] = [];
    for (const [name, text] of published) walk(JSON.parse(text), name, bare);
    expect(bare).toEqual([]);
  });
});

/** Collects properties without a description. */
function walk(node: unknown, path: string, bare: string[]): void {
  if (node === null || typeof node !== "object") return;
  const { properties, ...rest } = node as { properties?: Record<string, { description?: string }> };
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (value.description === undefined) bare.push(`${path}.${key}`);
    walk(value, `${path}.${key}`, bare);
  }
  for (const [key, value] of Object.entries(rest)) walk(value, `${path}/${key}`, bare);
}
