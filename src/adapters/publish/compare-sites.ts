import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lineDifference } from "../../core/reports/line-difference.ts";
import type { FileDifference, SiteDifference } from "../../core/reports/site-difference.ts";
import { wordsOfPage } from "../../core/reports/words-of-page.ts";
import { outputFiles } from "./output-files.ts";

/** Holds a finished site against the one that stands: every file that came, went or is another, and their words. */
export function compareSites(standing: string, finished: string): SiteDifference {
  const first = !existsSync(standing);
  const before = first ? [] : outputFiles(standing);
  const after = outputFiles(finished);
  const had = new Set(before);
  const has = new Set(after);
  const files: FileDifference[] = [...new Set([...before, ...after])]
    .sort()
    .flatMap((path): FileDifference[] => {
      if (had.has(path) && has.has(path)) {
        const [old, young] = [readFileSync(join(standing, path)), readFileSync(join(finished, path))];
        return old.equals(young) ? [] : [{ path, change: "changed", words: words(path, old, young) }];
      }
      return has.has(path)
        ? [{ path, change: "added", words: words(path, undefined, readFileSync(join(finished, path))) }]
        : [{ path, change: "removed", words: words(path, readFileSync(join(standing, path)), undefined) }];
    });
  return { first, files };
}

/** Texts line by line, pages by what a reader finds in them; of other bytes only that they are others. */
function words(path: string, old: Buffer | undefined, young: Buffer | undefined) {
  if (!/\.(?:html|txt|xml|json|ics|svg|atom|rss|prom)$/.test(path)) return [];
  const linesOf = (bytes: Buffer | undefined): string[] => {
    if (bytes === undefined) return [];
    const text = bytes.toString("utf8");
    return path.endsWith(".html") ? wordsOfPage(text) : text.split("\n").filter((line) => line.trim() !== "");
  };
  return lineDifference(linesOf(old), linesOf(young));
}
