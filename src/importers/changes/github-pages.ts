/** The address of a repository as people open it, from that of the programming interface; GitHub's own and an enterprise's. */
export function repositoryPage(address: string | undefined): string | undefined {
  const match = /^https?:\/\/([^/]+)(\/api\/v3)?\/repos\/([^/]+\/[^/]+)/i.exec(address ?? "");
  if (!match) return undefined;
  const host = match[2] === undefined ? match[1]!.replace(/^api\./i, "") : match[1];
  return `https://${host}/${match[3]}`;
}

/** `owner/name` of a repository → `name`. */
export function repositoryName(page: string): string {
  return page.slice(page.lastIndexOf("/") + 1);
}

/** A reference as people say it: digests are cut, names stay. */
export function shortReference(reference: string): string {
  return /^[0-9a-f]{40}$/.test(reference)
    ? reference.slice(0, 7)
    : reference.replace(/^refs\/(?:heads|tags)\//, "");
}
