import type { Vocabulary } from "./schemas/taxonomy.ts";

/** Kinds of entry that have a page of their own, and the folder of their address. */
export const PAGE_FOLDERS = {
  incident: "incidents",
  postmortem: "postmortems",
  runbook: "runbooks",
  service: "services",
  team: "teams",
} as const;
export type PageKind = keyof typeof PAGE_FOLDERS;

/** The folder of each vocabulary under /taxonomy/. */
export const VOCABULARY_FOLDERS: Readonly<Record<"severities" | Vocabulary, string>> = {
  severities: "severities",
  layers: "layers",
  triggers: "triggers",
  factors: "factors",
  detectionSources: "detection-sources",
  failureModes: "failure-modes",
};

/** Address of an entry's page within the site, `/incidents/ID/`. */
export function addressOf(kind: PageKind, id: string): string {
  return `/${PAGE_FOLDERS[kind]}/${id}/`;
}

/** Address of a term's page, `/taxonomy/factors/retry-storm/`. */
export function addressOfTerm(vocabulary: keyof typeof VOCABULARY_FOLDERS, term: string): string {
  return `/taxonomy/${VOCABULARY_FOLDERS[vocabulary]}/${term.toLowerCase()}/`;
}

/** Address of a person's page, internal only: `/people/ada/`. */
export function addressOfPerson(handle: string): string {
  return `/people/${handle}/`;
}

/** Address that an alert's `runbook_url` points to. */
export function addressOfAlert(name: string): string {
  return `/alerts/${name}/`;
}

/** Base path of the site's address, `/` or `/tidemark/`. */
export function basePath(url: string): string {
  const path = /^https?:\/\/[^/?#]+([^?#]*)/i.exec(url)?.[1] ?? "";
  return path.endsWith("/") ? path : `${path}/`;
}

/** Name of a picture in the site's media folder: nothing of its path is told. */
export function mediaName(asset: { readonly digest: string; readonly type: string }): string {
  return `${asset.digest.slice(0, 20)}.${asset.type}`;
}

/** The file of a page's address: `/incidents/x/` is `incidents/x/index.html`, `/404.html` is `404.html`. */
export function fileOfPage(path: string): string {
  const name = path.replace(/^\//, "");
  return name === "" || name.endsWith("/") ? `${name}index.html` : name;
}
