import { readYaml } from "../../core/parse/read-yaml.ts";
import type { ForeignComponent } from "../history/foreign-history.ts";
import type { SourceFile } from "../markdown/import-types.ts";

/** The fields of a configuration, of which nothing is known for certain. */
export type Config = Readonly<Record<string, unknown>>;

/** The configuration of a cState site; empty where there is none that can be read. */
export function configOf(files: readonly SourceFile[]): Config {
  const file = files.find(({ path }) => /(?:^|\/)(?:config|hugo)\.ya?ml$/i.test(path));
  if (!file) return {};
  const { value } = readYaml(file.path, file.text.replaceAll("\r\n", "\n"), 1);
  return (value ?? {}) as Config;
}

/** The systems of a configuration, in order, with the category that has a title as their group. */
export function componentsIn({ params }: Config): ForeignComponent[] {
  const { systems, categories } = (params ?? {}) as { systems?: unknown; categories?: unknown };
  const untitled = new Set(
    rows(categories).flatMap((row) =>
      row.untitled === true && typeof row.name === "string" ? [row.name] : [],
    ),
  );
  return rows(systems).flatMap(({ name, description, category }) => {
    if (typeof name !== "string" || name.trim() === "") return [];
    const group = typeof category === "string" && !untitled.has(category) ? category : undefined;
    return [
      {
        name: name.trim(),
        ...(group ? { group } : {}),
        ...(typeof description === "string" ? { description } : {}),
      },
    ];
  });
}

function rows(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((row) => typeof row === "object" && row !== null) : [];
}
