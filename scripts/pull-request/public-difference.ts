import { cpSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { compareSites } from "../../src/adapters/publish/compare-sites.ts";
import type { PublicPart } from "../../src/core/reports/pull-request/pull-request-summary.ts";
import { cacheFolderOf } from "../../src/loader/read-content.ts";
import { buildSite } from "../build-site.ts";
import type { CommandContext } from "../command.ts";

/** Builds the public site of the content then and now, and compares them; neither is published anywhere. */
export async function publicDifference(
  context: CommandContext<unknown>,
  then: string,
  scratch: string,
): Promise<PublicPart> {
  const [before, after] = [join(scratch, "sites", "before"), join(scratch, "sites", "after")];
  const built = await buildSite(context, { audience: "public", out: after });
  if (built.kind === "held-back")
    return "Nothing: the public site is held back, because something internal would be in it. `tidemark build --audience public` says what.";
  if (built.kind !== "published")
    return "Nothing: the content has errors, and a site with errors is not published.";
  giveTemplates(context.contentDir, then);
  const stood = await buildSite({ ...context, contentDir: then }, { audience: "public", out: before });
  return compareSites(stood.kind === "published" ? before : join(scratch, "none"), after);
}

/** The templates are the same for both, so they are compiled once. */
function giveTemplates(from: string, to: string): void {
  const [made, wanted] = [join(cacheFolderOf(from), "site"), join(cacheFolderOf(to), "site")];
  if (!existsSync(made)) return;
  mkdirSync(dirname(wanted), { recursive: true });
  cpSync(made, wanted, { recursive: true });
}
