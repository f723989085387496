import { addressOf } from "../addresses.ts";
import { editSource } from "../editor/edit-source.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { MILESTONES } from "../schemas/incident.ts";
import { epochOf, instantOf } from "../time.ts";
import type { FileChange, GitHubEffect } from "./github-effect.ts";
import type { GitHubPlan, PlannedEffect } from "./github-plan.ts";
import { closingBranch, type PostmortemOnGitHub } from "./postmortem-on-github.ts";
import { safeLine } from "./safe-text.ts";

/**
 * Closes what a final postmortem ends: the record, at the instant at which the postmortem became final or the last
 * milestone where that came later, and the incident's issue, once, with a link. `text` is the record's file.
 */
export function planClosing(
  { site }: KnowledgeBase,
  incident: Entry<"incident">,
  postmortem: Entry<"postmortem">,
  text: string,
  { issue, toldOnIssue, closing }: Pick<PostmortemOnGitHub, "issue" | "toldOnIssue" | "closing">,
): GitHubPlan {
  const effects: PlannedEffect[] = [];
  const remarks: string[] = [];
  const { finalized } = postmortem.data;
  if (incident.data.milestones.closed === undefined && finalized !== undefined) {
    const times = MILESTONES.flatMap((name) => milestoneTime(incident.data, name) ?? []);
    const closed = instantOf(Math.max(epochOf(finalized), ...times));
    const edited = editSource(incident.file, text, [
      { do: "set", path: ["milestones", "closed"], value: closed, order: MILESTONES },
    ]);
    if (!edited.ok) remarks.push(`${incident.file} cannot be closed in place: close it by hand.`);
    else if (edited.changed && !closing)
      effects.push(
        ...byPolicy(site, incident.id, [{ path: incident.file, text: edited.text, was: text }]).map(
          (effect) => ({ effect, why: `its postmortem is final since ${finalized}` }),
        ),
      );
  }
  const key = `closed/${incident.id}`;
  // Once: whoever opens the issue again has a reason.
  if (issue !== undefined && !toldOnIssue.includes(key)) {
    const of = { number: issue.number };
    const page = `${site.url}${addressOf("postmortem", postmortem.id).slice(1)}`;
    if (issue.state === "open")
      effects.push({
        effect: { do: "update", of, state: "closed", reason: "completed" },
        why: `its postmortem is final`,
      });
    effects.push({
      effect: { do: "comment", of, key, body: `The postmortem is final: ${page}` },
      why: "whoever followed the incident finds what was learned",
    });
  }
  return { effects, remarks };
}

/** On the default branch, or by a pull request where the site's policy says that records change so. */
function byPolicy(
  { policies }: KnowledgeBase["site"],
  id: string,
  files: readonly FileChange[],
): readonly GitHubEffect[] {
  const message = safeLine(`Close the record of ${id}`);
  if (policies.declare === "default-branch") return [{ do: "commit", message, files }];
  const branch = closingBranch(id);
  return [
    { do: "begin-branch", branch, message, files },
    {
      do: "open-pull-request",
      branch,
      title: message,
      body: "Its postmortem is final. Merge this, and the record is finished.",
    },
  ];
}
