import type { Verification } from "../../src/core/editor/record-verification.ts";
import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { dateIn, type Epoch } from "../../src/core/time.ts";
import type { VerifyFlags } from "../command.ts";

/** What is to be recorded of which runbook, or every reason why not. */
export type Settled =
  | {
      readonly ok: true;
      readonly verifications: readonly {
        readonly runbook: Entry<"runbook">;
        readonly verification: Verification;
      }[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Holds what was asked against what is known: runbooks, people and days that exist. */
export function settleVerifications(knowledgeBase: KnowledgeBase, flags: VerifyFlags, now: Epoch): Settled {
  const { look, runbooks } = knowledgeBase;
  const entryOf = (id: string) => look.runbook.get(look.alias.runbook.get(id) ?? id);
  const unknown = flags.ids.filter((id) => !entryOf(id));
  const problems = unknown.map((id) => `There is no runbook ${id} that can be read.`);
  const asked = flags.ids.flatMap((id) => entryOf(id) ?? []);
  if (flags.adopt) {
    if (flags.by !== undefined || flags.how !== undefined || flags.on !== undefined)
      problems.push("--adopt keeps day, person and how as they stand: leave out --by, --how and --on.");
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, verifications: (flags.ids.length > 0 ? asked : runbooks).flatMap(adopted) };
  }
  const { by, how } = flags;
  const today = dateIn(now, knowledgeBase.site.timeZone);
  const on = flags.on ?? today;
  if (flags.ids.length === 0) problems.push("Say which runbook was followed: tidemark runbook verify ID …");
  if (by === undefined) problems.push("Say who followed it: --by HANDLE.");
  else if (!look.person.has(by)) problems.push(`There is nobody called ${by} in teams.yaml.`);
  if (how === undefined) problems.push("Say how: --how read, dry-run, game-day or incident.");
  if (on > today) problems.push(`The day ${on} has not come yet: today is ${today}.`);
  if (problems.length > 0 || by === undefined || how === undefined) return { ok: false, problems };
  return {
    ok: true,
    verifications: asked.map((runbook) => ({ runbook, verification: { on, by, how, text: runbook.text! } })),
  };
}

/** The verification that stands, with the digest of the text as it is now; one that has a digest is never given another. */
function adopted(runbook: Entry<"runbook">) {
  const { verified } = runbook.data;
  if (verified === undefined || verified.text !== undefined) return [];
  return [{ runbook, verification: { ...verified, text: runbook.text! } }];
}
