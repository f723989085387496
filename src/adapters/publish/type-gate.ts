/** Every type of file that a site of ours holds; of these it is known what can hide in them, and the gates read them. */
const TYPES: ReadonlySet<string> = new Set([
  ...["html", "css", "js", "json", "txt", "xml", "csv"],
  ...["ics", "atom", "rss"],
  ...["svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "woff2"],
  // The search index's own.
  ...["pagefind", "pf_fragment", "pf_index", "pf_meta", "pf_filter"],
]);

/** Files without a type that hosts ask for by name. */
const NAMES: ReadonlySet<string> = new Set(["_headers", "_redirects", "CNAME"]);

/** The files of a built site that are of no type which a site of ours holds. */
export function unexpectedTypes(files: readonly string[]): string[] {
  return files.filter((file) => {
    const name = file.slice(file.lastIndexOf("/") + 1);
    const dot = name.lastIndexOf(".");
    return !(dot > 0 ? TYPES.has(name.slice(dot + 1)) : NAMES.has(file));
  });
}
