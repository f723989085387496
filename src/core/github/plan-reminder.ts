import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { dateIn, type Epoch, instantOf } from "../time.ts";
import type { GitHubPlan } from "./github-plan.ts";
import { type PostmortemOnGitHub, postmortemBranch } from "./postmortem-on-github.ts";

const NOTHING: GitHubPlan = { effects: [], remarks: [] };

/** Reminds on the pull request of a postmortem that is late, at most once a day of the site's zone. */
export function planReminder(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  { pullRequests, toldThere }: Pick<PostmortemOnGitHub, "pullRequests" | "toldThere">,
  now: Epoch,
): GitHubPlan {
  const { draftDue, finalDue } = postmortemDuty(knowledgeBase, incident.data);
  const begun = knowledgeBase.look.postmortemsOf.get(incident.id) ?? [];
  if (begun.some(({ data }) => data.state === "final")) return NOTHING;
  const late =
    finalDue !== undefined && finalDue < now
      ? { what: "the final text", due: finalDue }
      : begun.length === 0 && draftDue !== undefined && draftDue < now
        ? { what: "the draft", due: draftDue }
        : undefined;
  if (late === undefined) return NOTHING;
  const due = instantOf(late.due);
  const [pull] = pullRequests;
  if (pull === undefined)
    return {
      effects: [],
      remarks: [
        `${incident.id}: ${late.what} was due on ${due}, and there is no pull request of ${postmortemBranch(incident.id)}: \`tidemark github postmortem --apply\` opens it.`,
      ],
    };
  const day = dateIn(now, knowledgeBase.site.timeZone);
  const key = `late/${day}`;
  if (toldThere.includes(key)) return NOTHING;
  return {
    effects: [
      {
        effect: {
          do: "comment",
          of: { number: pull.number },
          key,
          body: `${late.what[0]!.toUpperCase()}${late.what.slice(1)} of this postmortem was due on **${due}**. Merge what is there as \`state: draft\`, or say here what keeps it.`,
        },
        why: `${late.what} of ${incident.id} was due on ${due}; reminded once a day`,
      },
    ],
    remarks: [],
  };
}
