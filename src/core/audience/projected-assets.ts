import { contentPath } from "../content-path.ts";
import type { Asset, Entry } from "../knowledge-base/knowledge-base.ts";

/** The pictures that the given entries show or link to outside their Internal blocks; no other one may leave. */
export function projectedAssets(root: string, assets: readonly Asset[], entries: readonly Entry[]): Asset[] {
  const shown = new Set(
    entries.flatMap(({ file, body }) =>
      body.links
        .filter(({ internal }) => !internal)
        .map(({ href }) => contentPath(root, file, href.split(/[?#]/)[0]!)?.join("/")),
    ),
  );
  return assets.filter(({ path }) => shown.has(path));
}
