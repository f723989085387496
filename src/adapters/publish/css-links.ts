/** Addresses in `url(…)` and `@import "…"` of a style sheet, each once. */
export function cssLinks(css: string): string[] {
  if (!css.includes("url(") && !/@import/i.test(css)) return [];
  const links = new Set<string>();
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, " ");
  const pattern =
    /(?:\burl\(\s*|@import\s+)(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')|\burl\(\s*([^\s"')][^\s)]*)\s*\)/gi;
  for (const match of bare.matchAll(pattern)) {
    const address = match[1] ?? match[2] ?? match[3] ?? "";
    links.add(address.replace(/\\(.)/g, "$1"));
  }
  return [...links];
}
