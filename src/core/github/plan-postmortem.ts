import { addressOf } from "../addresses.ts";
import type { Draft } from "../drafts/draft.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { GitHubPlan, PlannedEffect } from "./github-plan.ts";
import { PREVIEW_LATER, postmortemBodyText, previewWords } from "./postmortem-body-text.ts";
import { type PostmortemOnGitHub, postmortemBranch } from "./postmortem-on-github.ts";
import { postmortemPeople } from "./postmortem-people.ts";
import { safeLine } from "./safe-text.ts";

const LABEL = "postmortem";

/**
 * Brings the one pull request of an incident's postmortem about: a branch with the draft, the pull request, and what
 * belongs to it. What is there already is left as it is, for people work on it.
 */
export function planPostmortem(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  draft: Draft,
  standing: PostmortemOnGitHub,
): GitHubPlan {
  const branch = postmortemBranch(incident.id);
  const [pull] = standing.pullRequests;
  if (pull !== undefined && pull.state === "closed") {
    const how =
      pull.merged_at == null
        ? "was closed without being merged: reopen it, or say in the record why none is due (`postmortem: { required: false, reason: … }`)"
        : "was merged, but the content holds no postmortem of it";
    return { effects: [], remarks: [`#${pull.number}, the postmortem of ${incident.id}, ${how}.`] };
  }
  const of = { pullRequest: branch };
  const { authors, reviewers } = postmortemPeople(knowledgeBase, incident);
  const title = safeLine(`Postmortem: ${incident.data.title}`);
  const effects: PlannedEffect[] = [];
  if (!standing.branch)
    effects.push({
      effect: {
        do: "begin-branch",
        branch,
        message: safeLine(`Begin the postmortem of ${incident.id}`),
        files: [{ path: `${knowledgeBase.root}/${draft.path}`, text: draft.text, was: null }],
      },
      why: `${incident.id} is resolved and has no postmortem`,
    });
  if (pull === undefined)
    effects.push({
      effect: {
        do: "open-pull-request",
        branch,
        title,
        body: postmortemBodyText(knowledgeBase, incident, draft, branch),
        draft: true,
      },
      why: "its authors fill it in there, and the check says what is missing",
    });
  const people = authors.filter((login) => !has(pull?.assignees, login));
  if (pull === undefined || !pull.labels.includes(LABEL))
    effects.push({
      effect: { do: "mark", of, labels: [LABEL], assignees: people },
      why: "it is found by its label, and whoever responded knows it best",
    });
  const known = [...(pull?.requested_reviewers ?? []), ...standing.reviewed];
  // Reviewers are asked once: whom people took away stays away.
  if (reviewers.length > 0 && known.length === 0)
    effects.push({
      effect: { do: "ask-review", of, reviewers },
      why: "they own the services that were hurt",
    });
  return { effects: [...effects, ...afterNumber(knowledgeBase, incident, standing)], remarks: [] };
}

/** What can only be said once the pull request has its number. */
function afterNumber(
  { site }: KnowledgeBase,
  incident: Entry<"incident">,
  { pullRequests, issue, toldOnIssue }: PostmortemOnGitHub,
): PlannedEffect[] {
  const [pull] = pullRequests;
  if (pull === undefined) return [];
  const { number } = pull;
  const preview = previewWords(site.previewUrl, postmortemBranch(incident.id), number);
  const key = `postmortem/${incident.id}`;
  return [
    ...(pull.body?.includes(PREVIEW_LATER)
      ? [
          {
            effect: {
              do: "update" as const,
              of: { pullRequest: postmortemBranch(incident.id) },
              body: pull.body.replace(PREVIEW_LATER, () => preview),
            },
            why: "the address of the preview is known now",
          },
        ]
      : []),
    ...(issue === undefined || toldOnIssue.includes(key)
      ? []
      : [
          {
            effect: {
              do: "comment" as const,
              of: { number: issue.number },
              key,
              body: `The postmortem waits for its authors in #${number}; the page of the incident: ${site.url}${addressOf("incident", incident.id).slice(1)}`,
            },
            why: "whoever followed the incident finds its postmortem",
          },
        ]),
  ];
}

function has(logins: readonly string[] | undefined, login: string): boolean {
  return (logins ?? []).some((other) => other.toLowerCase() === login.toLowerCase());
}
