import { isAbsolute, relative } from "node:path";
import { PublishRefused } from "../src/adapters/publish/publish-refused.ts";

/** A site within what it is made from would be content of the next build. */
export function refuseWithin(folder: string, out: string): void {
  const inside = relative(folder, out);
  if (inside === "" || inside.startsWith("..") || isAbsolute(inside)) return;
  throw new PublishRefused(
    "out-not-ours",
    `${out} lies in ${folder}, which the build reads; nothing was touched. Please choose another --out.`,
  );
}
