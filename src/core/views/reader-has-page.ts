import type { Projection } from "../audience/project.ts";

/** Folders of which outsiders see at least the first page, where there is one. */
const OUTSIDE = new Set([
  "",
  "incidents",
  "postmortems",
  "runbooks",
  "services",
  "figures",
  "taxonomy",
  "search",
]);

/**
 * Whether a reader's site has a page besides those of entries. Of the taxonomy outsiders get the terms that their
 * incidents use; a link to a term becomes text for them, as looking that up for each link would cost more than it gives.
 */
export function readerHasPage({ reader, runbooks }: Projection, path: string): boolean {
  if (reader.internal) return true;
  const [folder = "", , term] = path.replace(/^\/|\/$/g, "").split("/");
  return OUTSIDE.has(folder) && term === undefined && (folder !== "runbooks" || runbooks.length > 0);
}
