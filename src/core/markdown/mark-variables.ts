/**
 * Finished HTML with each `$NAME` and `${NAME}` of the given names in a `var` element, so that a page can put a value in
 * its place. Tags and their attributes stay as they are; colouring within a mark is dropped, so that its text is one piece.
 */
export function markVariables(html: string, names: readonly string[]): string {
  if (names.length === 0 || !html.includes("$")) return html;
  return html.replace(markPattern(names), (found, braced?: string, bare?: string) => {
    const name = braced ?? bare;
    if (name === undefined) return found;
    return `<var class="fill" data-variable="${name}">${found.replace(/<[^>]*>/g, "")}</var>${unbalanced(found)}`;
  });
}

/** A tag is taken whole, so that nothing in it is marked; then a dollar sign that no other and no backslash stands before. */
function markPattern(names: readonly string[]): RegExp {
  const name = `(${[...names].sort((a, b) => b.length - a.length).join("|")})`;
  const colour = "(?:</?span[^>]*>)*";
  return new RegExp(
    `<[^>]*>|(?<![\\\\$])\\$(?:${colour}\\{${colour}${name}${colour}\\}|${colour}${name}(?![A-Za-z0-9_]))`,
    "g",
  );
}

/** Tags of a mark that have no partner in it: they stand after it, so that the HTML around stays well formed. */
function unbalanced(found: string): string {
  const open: string[] = [];
  const closed: string[] = [];
  for (const [tag] of found.matchAll(/<[^>]*>/g)) {
    if (!tag.startsWith("</")) open.push(tag);
    else if (open.pop() === undefined) closed.push(tag);
  }
  return closed.join("") + open.join("");
}
