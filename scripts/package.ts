// `npm pack`: makes `built/`, a whole project of JavaScript and declarations beside the templates that Astro compiles.
import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { extname, join, resolve } from "node:path";
import { SITE_SOURCES } from "../src/adapters/render/site-key.ts";
import { tidemarkHome } from "./init/tidemark-home.ts";

const root = resolve(import.meta.dirname, "..");
const built = join(root, "built");

rmSync(built, { recursive: true, force: true });
compile();
// Vite reads the templates and the core that they show as they are; what is no TypeScript is served or read as it is.
for (const source of [...SITE_SOURCES, "tsconfig.json"]) copy(source, () => true);
for (const source of ["src", "scripts"]) copy(source, (path) => extname(path) !== ".ts");
const { name, version, type, dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
write("package.json", { name, version, type, dependencies });
write("home.json", { ...tidemarkHome(root), ...fromTheForge() });

function compile(): void {
  const compiler = join(root, "node_modules", "typescript", "bin", "tsc");
  const { status } = spawnSync(
    process.execPath,
    [compiler, "--project", join(root, "tsconfig.package.json")],
    {
      cwd: root,
      // What npm reads of standard output is the list of files.
      stdio: ["ignore", 2, "inherit"],
    },
  );
  if (status !== 0) process.exit(1);
}

function copy(source: string, wanted: (path: string) => boolean): void {
  cpSync(join(root, source), join(built, source), {
    recursive: true,
    filter: (path) => extname(path) === "" || wanted(path),
  });
}

function write(file: string, value: object): void {
  writeFileSync(join(built, file), `${JSON.stringify(value, undefined, 2)}\n`);
}

/** In CI the forge knows best where this comes from. */
function fromTheForge(): { repository?: string; commit?: string } {
  const { GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = process.env;
  return { ...(repository ? { repository } : {}), ...(commit ? { commit } : {}) };
}
