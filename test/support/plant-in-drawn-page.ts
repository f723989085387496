import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFolder } from "./content-folder.ts";

/** Writes words into a drawn page of an audience and tells the cache that they were always there: a leak that no source explains. */
export function plantInDrawnPage({ root }: ContentFolder, audience: string, from: string, to: string): void {
  const home = join(root, ".cache", "tidemark", "audiences", audience, "drawn");
  const files = readdirSync(join(home, "html"), { recursive: true, encoding: "utf8" }).map((name) =>
    join(home, "html", name),
  );
  const page = files.find((path) => statSync(path).isFile() && readFileSync(path, "utf8").includes(from));
  if (!page) throw new Error(`Unexpected drawn pages without ${from}`);
  const before = statSync(page);
  const text = readFileSync(page, "utf8").replace(from, to);
  rmSync(page);
  writeFileSync(page, text);
  const { size, mtimeMs } = statSync(page);
  const record = join(home, "drawn.json");
  const known = readFileSync(record, "utf8");
  const stamped = known.replace(
    `"size":${before.size},"changed":${before.mtimeMs}`,
    `"size":${size},"changed":${mtimeMs}`,
  );
  if (stamped === known) throw new Error("Unexpected record of drawn pages without the page");
  writeFileSync(record, stamped);
}
