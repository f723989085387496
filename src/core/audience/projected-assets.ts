import { contentPath } from "../content-path.ts";
import type { Asset, Entry } from "../knowledge-base/knowledge-base.ts";

/**
 * The pictures and drawings that the given entries show or link to, for outsiders those outside Internal blocks; no other one may leave, for
 * the entry that shows it may be one that this reader has not.
 */
export function projectedAssets(
  root: string,
  assets: readonly Asset[],
  entries: readonly Entry[],
  internal = false,
): Asset[] {
  const shown = new Set(
    entries.flatMap(({ file, body }) => [
      ...body.links
        .filter((link) => internal || !link.internal)
        .map(({ href }) => contentPath(root, file, href.split(/[?#]/)[0]!)?.join("/")),
      ...body.diagrams.filter((diagram) => internal || !diagram.internal).map(({ path }) => path),
    ]),
  );
  return assets.filter(({ path }) => shown.has(path));
}
