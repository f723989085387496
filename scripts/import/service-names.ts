import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readYaml } from "../../src/core/parse/read-yaml.ts";
import { splitFrontMatter } from "../../src/loader/split-front-matter.ts";

/** Ids of the services that stand in a content folder, by each of their names in lower case. */
export function serviceNames(folder: string): Map<string, string> {
  const names = new Map<string, string>();
  const path = join(folder, "services");
  if (!existsSync(path)) return names;
  for (const file of readdirSync(path)
    .filter((file) => file.endsWith(".mdx"))
    .sort()) {
    const id = file.slice(0, -4);
    const split = splitFrontMatter(readFileSync(join(path, file), "utf8").replaceAll("\r\n", "\n"));
    const value = split.ok ? readYaml(file, split.yaml, split.yamlLine).value : undefined;
    const fields = (value ?? {}) as { title?: unknown; aliases?: unknown; component?: { name?: unknown } };
    const aliases = Array.isArray(fields.aliases) ? fields.aliases : [];
    for (const name of [id, fields.title, fields.component?.name, ...aliases])
      if (typeof name === "string" && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
  }
  return names;
}
