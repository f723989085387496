// `tidemark publish --dry-run`: build beside the standing site → gates → compare → throw the new one away.
import { resolve } from "node:path";
import { compareSites } from "../src/adapters/publish/compare-sites.ts";
import { PublishRefused } from "../src/adapters/publish/publish-refused.ts";
import {
  type SiteDifference,
  siteDifferenceJson,
  siteDifferenceText,
} from "../src/core/reports/site-difference.ts";
import { report } from "./build.ts";
import { buildSite } from "./build-site.ts";
import type { CommandContext, ExitCode, PublishFlags } from "./command.ts";

/** Shows what a build would make public, compared with the site that stands; nothing is published. */
export async function run(context: CommandContext<PublishFlags>): Promise<ExitCode> {
  const { audience, format } = context.flags;
  const out = context.flags.out ?? resolve(context.environment.workingDir, "dist", audience);
  let difference: SiteDifference | undefined;
  try {
    const rehearse = (folder: string) => {
      difference = compareSites(out, folder);
    };
    const outcome = await buildSite(context, { audience, out, rehearse });
    if (difference === undefined) return report(context, outcome);
  } catch (thrown) {
    if (!(thrown instanceof PublishRefused)) throw thrown;
    context.writeError(`${thrown.message}\n`);
    return 2;
  }
  context.write(format === "json" ? siteDifferenceJson(difference) : siteDifferenceText(difference));
  return 0;
}
