import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const LIBRARIES = ["satteri", "js-yaml", "yaml", "zod", "prismjs", "gray-matter", "github-slugger"];

/** Digest of everything that decides how a file compiles: schemas, parser, renderer and their libraries. */
export function compilerVersion(): string {
  const core = fileURLToPath(new URL("../core/", import.meta.url));
  const texts = ["schemas", "parse", "markdown", "words", "rules/codes"].flatMap((folder) =>
    sources(join(core, folder)),
  );
  for (const file of ["time.ts", "suggestion.ts", "locate.ts"])
    texts.push(readFileSync(join(core, file), "utf8"));
  texts.push(readFileSync(fileURLToPath(import.meta.url), "utf8"));
  const require = createRequire(import.meta.url);
  for (const library of LIBRARIES) texts.push(`${library}@${versionOf(require, library)}`);
  return hash("sha256", texts.join("\0")).slice(0, 16);
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => readFileSync(path, "utf8"));
}

function versionOf(require: NodeJS.Require, library: string): string {
  for (const folder of require.resolve.paths(library) ?? []) {
    try {
      return (JSON.parse(readFileSync(join(folder, library, "package.json"), "utf8")) as { version: string })
        .version;
    } catch {}
  }
  throw new Error(`Unexpected absence of the library ${library}`);
}
