import { posix } from "node:path";
import { importsOf, type Source } from "./source.ts";

/** Who may import whom, besides itself: folders of ours, and packages by name (`x/*` also means what is below x). */
interface Allowance {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const types = ["hast", "mdast", "unist", "estree", "estree-jsx"];
const unified = ["unified", "vfile", "remark-*", "micromark*", "mdast-util-*", "unist-util-*"];

/** The clients of the real things outside, one list per adapter. */
const clients: Readonly<Record<string, readonly string[]>> = {
  browser: ["playwright-core", "mermaid"],
  github: ["octokit", "@octokit/*"],
  search: ["pagefind"],
  secrets: ["@secretlint/core", "@secretlint/secretlint-rule-preset-recommend"],
};

const table: readonly (Allowance & { readonly folder: string })[] = [
  {
    folder: "src/core",
    folders: [],
    packages: [
      "zod",
      "js-yaml",
      "yaml",
      "satteri",
      "prismjs",
      "prismjs/*",
      "d3-scale",
      "minisearch",
      "rrule",
      "ical-generator",
      "github-slugger",
      ...types,
    ],
  },
  { folder: "src/importers", folders: ["src/core"], packages: [...unified, ...types] },
  { folder: "src/locks", folders: [], packages: ["node:fs", "node:path", "node:os", "node:crypto"] },
  {
    folder: "src/loader",
    folders: ["src/core", "src/locks"],
    // node:module and node:url only find the files that decide how a document compiles.
    packages: [
      "gray-matter",
      "node:fs",
      "node:fs/promises",
      "node:path",
      "node:crypto",
      "node:module",
      "node:url",
    ],
  },
  { folder: "src/adapters", folders: ["src/core", "src/locks"], packages: ["node:*"] },
  {
    folder: "src/site",
    folders: ["src/core"],
    packages: ["astro", "astro/*", "astro:*", "@astrojs/*", "feed", "ical-generator"],
  },
  {
    folder: "scripts",
    folders: ["src/core", "src/importers", "src/loader", "src/adapters", "src/locks", "src/site"],
    packages: ["node:*", "commander", "astro"],
  },
];

/** The one file of the site that reads the facts folder. */
const factsReader = "src/site/facts.ts";
const factsPackages = ["node:fs", "node:fs/promises", "node:path"];

/** Imports that the house's table does not allow, each as `file:line: sentence`. */
export function checkImports(source: Source): string[] {
  const row = table.find(({ folder }) => source.path.startsWith(`${folder}/`));
  if (!row) return [];
  return importsOf(source).flatMap(({ specifier, line }) => {
    const problem = /^[./]/.test(specifier)
      ? problemOfPath(source.path, specifier, row)
      : problemOfPackage(source.path, specifier, row);
    return problem ? [`${source.path}:${line}: ${problem}`] : [];
  });
}

function problemOfPath(path: string, specifier: string, row: (typeof table)[number]): string | undefined {
  // The search bundle is made after the site, so its address is one of the built site.
  if (specifier.startsWith("/"))
    return row.folder === "src/site" ? undefined : `absolute import ${specifier}`;
  const target = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ""));
  if (!posix.extname(target))
    return `${specifier} needs its extension, for Node runs these files as they are`;
  const home = homeOf(path, row.folder);
  const allowed = [home, ...row.folders].some((folder) => target.startsWith(`${folder}/`));
  return allowed ? undefined : `${home} may not import ${target}`;
}

function problemOfPackage(path: string, specifier: string, row: (typeof table)[number]): string | undefined {
  const home = homeOf(path, row.folder);
  const own = row.folder === "src/adapters" ? (clients[home.split("/")[2] ?? ""] ?? []) : [];
  const packages = [...row.packages, ...own, ...(path === factsReader ? factsPackages : [])];
  return packages.some((pattern) => matches(specifier, pattern))
    ? undefined
    : `${home} may not import ${specifier}`;
}

/** Adapters are strangers to each other: each one's home is its own folder. */
function homeOf(path: string, folder: string): string {
  return folder === "src/adapters" ? path.split("/").slice(0, 3).join("/") : folder;
}

function matches(specifier: string, pattern: string): boolean {
  return pattern.endsWith("*") ? specifier.startsWith(pattern.slice(0, -1)) : specifier === pattern;
}
