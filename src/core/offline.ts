/** Where the pages stand that a device keeps for offline use; all others know nothing of it. */
export const OFFLINE_SCOPES = ["/runbooks/", "/alerts/"] as const;

/** File of the service worker, at the root of the site: a worker may not serve what lies above it. */
export const OFFLINE_WORKER = "offline-worker.js";

/** The page that is shown in the place of one which is not kept. */
export const OFFLINE_PAGE = "/offline/";

/** How many bytes of pages and their pictures a device fetches before anybody asks for them. */
export const OFFLINE_BUDGET = 3_000_000;

/** The pages among all that a device may keep, in the order in which they are fetched: lists, runbooks, alerts. */
export function offlinePaths(paths: Iterable<string>): string[] {
  const all = [...paths].sort();
  return OFFLINE_SCOPES.flatMap((scope) => all.filter((path) => path.startsWith(scope)));
}
