/** Words → the end of an id: lower-case letters, digits and hyphens, cut between words; `entry` where nothing is left. */
export function slugOf(words: string, longest = 60): string {
  const slug = words
    .replace(/['’]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (slug.length <= longest) return slug || "entry";
  const cut = slug.slice(0, longest + 1).replace(/-[^-]*$/, "");
  return cut.slice(0, longest);
}
