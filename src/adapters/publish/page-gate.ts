/** How the pages of a built site differ from the ones that should exist; both lists are empty when all is well. */
export interface PageGate {
  /** Expected and not written, as page paths. */
  readonly missing: readonly string[];
  /** Written and not expected, as page paths. */
  readonly unexpected: readonly string[];
}

/**
 * Compares the HTML files of a built site with the paths of the pages that should exist, such as `/incidents/x/`; of
 * other files only those that are named count.
 */
export function pageGate(
  files: Iterable<string>,
  expected: Iterable<string>,
  others: Iterable<string> = [],
): PageGate {
  const named = new Set(others);
  const written = new Set(
    [...files].filter((file) => file.endsWith(".html") || named.has(file)).map(pagePath),
  );
  const due = new Set([...[...expected].map(pageFile), ...named].map(pagePath));
  return { missing: onlyIn(due, written), unexpected: onlyIn(written, due) };
}

/** The address of an HTML file from the site's root: `incidents/x/index.html` is `/incidents/x/`. */
export function pagePath(file: string): string {
  if (file === "index.html") return "/";
  return `/${file.endsWith("/index.html") ? file.slice(0, -"index.html".length) : file}`;
}

/** The HTML file of an address: `/incidents/x/` is `incidents/x/index.html`, `/404.html` is `404.html`. */
export function pageFile(path: string): string {
  const name = path.startsWith("/") ? path.slice(1) : path;
  if (name === "" || name.endsWith("/")) return `${name}index.html`;
  return name.endsWith(".html") ? name : `${name}/index.html`;
}

function onlyIn(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((path) => !b.has(path)).sort((x, y) => (x < y ? -1 : x > y ? 1 : 0));
}
