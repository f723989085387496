import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { mayWrite } from "../../src/adapters/github/read-folder.ts";
import { readIssue } from "../../src/adapters/github/reads.ts";
import { declaredIncident } from "../../src/core/declare/declared-incident.ts";
import type { IssuesEvent } from "../../src/core/declare/event.ts";
import { INCIDENT_LABEL } from "../../src/core/declare/form-fields.ts";
import { incidentBranch } from "../../src/core/declare/incident-branch.ts";
import { faceEffects, recordEffects } from "../../src/core/declare/plan-record.ts";
import { readForm } from "../../src/core/declare/read-form.ts";
import { fenced } from "../../src/core/github/safe-text.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { sha256 } from "../../src/core/markdown/diagram/sha256.ts";
import { epochOf } from "../../src/core/time.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { planDraft } from "../response/plan-change.ts";
import type { PlanFlags } from "./carry-out.ts";
import { type Decision, onHead } from "./on-head.ts";
import { recordAddress } from "./record-address.ts";

/** Begins the record of the incident that an issue declares; an issue that was dealt with before only shows how it stands. */
export async function declareByIssue(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  event: IssuesEvent,
): Promise<ExitCode> {
  const declarer = declarerOf(event);
  const nothing = (why: string): ExitCode => {
    if (!context.quiet) context.write(`Nothing to do: ${why}.\n`);
    return 0;
  };
  if (declarer === undefined) return nothing("the event declares no incident");
  if (!(await mayWrite(client, declarer)))
    return nothing(
      "whoever declared it may not write in the repository; somebody who may can add the label `incident` anew",
    );
  const { number, title, html_url: address, created_at: created } = event.issue;
  return onHead(context, client, incidentBranch(number), async (known, place): Promise<Decision> => {
    const { knowledgeBase } = known;
    const issue = await readIssue(client, number);
    const own = {
      number,
      title,
      body: issue?.body ?? event.issue.body ?? "",
      labels: issue?.labels ?? event.issue.labels,
    };
    const face = (entry: Entry<"incident">) =>
      faceEffects(
        knowledgeBase,
        entry,
        own,
        recordAddress(client, place, entry.file.slice(knowledgeBase.root.length + 1)),
      );
    const standing = knowledgeBase.incidents.find(({ data }) => data.tracker === address);
    if (standing)
      return { plan: { effects: face(standing), remarks: [`${standing.id} was declared before.`] }, code: 0 };
    const answers = readForm(event.issue.body ?? "");
    const drafting = declaredIncident(knowledgeBase, {
      title,
      address,
      author: declarer,
      createdAt: epochOf(created),
      answers,
    });
    if (!drafting.ok)
      return refused(
        number,
        drafting.problems.map(({ message, help }) => `${message}.${help === undefined ? "" : ` ${help}`}`),
      );
    const visibility = answers.visibility ?? "internal";
    const words = [visibility === "public" ? answers.publicTitle : undefined, answers.update];
    const plan = planDraft(context.contentDir, known, drafting.draft, visibility, words);
    if (!plan.ok) return refused(number, plan.sentences);
    const files = [{ path: `${place.folder}/${plan.path}`, text: plan.text, was: null }];
    const by = knowledgeBase.site.policies.declare;
    const effects = [
      ...recordEffects(files, `Begin the record of ${drafting.draft.id}`, { ...place, by }, number),
      ...face(plan.entry as Entry<"incident">),
    ];
    return { plan: { effects, remarks: [] }, code: 0 };
  });
}

/** Who declares by an event: the author of a new issue with the label, or who adds the label later. */
function declarerOf({ action, issue, label, sender }: IssuesEvent): string | undefined {
  if (issue.pull_request !== undefined || sender.type === "Bot") return undefined;
  if (action === "opened") return issue.labels.includes(INCIDENT_LABEL) ? issue.user.login : undefined;
  return action === "labeled" && label?.name === INCIDENT_LABEL ? sender.login : undefined;
}

/** The answer to a form that makes no sense; the same answer comes once. */
function refused(issue: number, sentences: readonly string[]): Decision {
  const text = sentences.join("\n");
  const body = `No incident was begun. Put this right in the text above, then take the label \`${INCIDENT_LABEL}\` away and add it again:\n\n${fenced(text, 4_000)}`;
  const key = `declare/${sha256(text).slice(0, 16)}`;
  const effect = { do: "comment", of: { number: issue }, key, body } as const;
  return {
    plan: { effects: [{ effect, why: "whoever declared it sees what is missing" }], remarks: [] },
    code: 0,
  };
}
