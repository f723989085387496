import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { findIssue } from "../../src/adapters/github/reads.ts";
import type { AlertReading } from "../../src/core/alerts/read-alerts.ts";
import { incidentIssue, incidentKey, ticketIssue } from "../../src/core/declare/alert-issues.ts";
import { INCIDENT_LABEL } from "../../src/core/declare/form-fields.ts";
import { faceEffects, recordEffects } from "../../src/core/declare/plan-record.ts";
import type { PlannedEffect } from "../../src/core/github/github-plan.ts";
import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { INCIDENT_FIELDS } from "../../src/core/response/component-impact.ts";
import { alertWords } from "../alert/alert-words.ts";
import { type AlertsPlan, planAlerts } from "../alert/plan-alerts.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { changeText, type FilePlan, planChange } from "../response/plan-change.ts";
import type { Known } from "../response/read-for-change.ts";
import type { PlanFlags } from "./carry-out.ts";
import { onHead, type Place } from "./on-head.ts";
import { recordAddress } from "./record-address.ts";

/** Records what a notification means, then gives each of its incidents the issue in which it is driven. */
export async function declareByAlert(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  reading: Extract<AlertReading, { ok: true }>,
): Promise<ExitCode> {
  const planned = (known: Known) => planAlerts(context.contentDir, known, reading.signals);
  const concerned = new Set<string>();
  const first = await onHead(context, client, undefined, async (known, place) => {
    const plan = planned(known);
    for (const id of concernedBy(plan)) concerned.add(id);
    const isNothing = plan.decisions.length > 0 && plan.decisions.every((each) => each.do === "refuse");
    const other = plan.refusals.find(({ code }) => code !== 2);
    if (other || isNothing) {
      for (const sentence of plan.refusals.flatMap(({ sentences }) => sentences))
        context.writeError(`${sentence}\n`);
      return { plan: { effects: [], remarks: [] }, code: other?.code ?? 2 };
    }
    const effects = [...commitOf(known.knowledgeBase, plan, place), ...issuesOf(client, known, plan, place)];
    return { plan: { effects, remarks: [...reading.notes, ...plan.decisions.map(alertWords)] }, code: 0 };
  });
  if (first !== 0 || context.flags.apply !== true || concerned.size === 0) return first;
  return onHead(context, client, undefined, async (known, place) => {
    const effects: PlannedEffect[] = [];
    for (const id of concerned) effects.push(...(await tracked(context, client, known, place, id, planned)));
    return { plan: { effects, remarks: [] }, code: 0 };
  });
}

/** The files of a notification that go onto the branch at once: all, but for new incidents that go through a pull request. */
function commitOf({ site }: KnowledgeBase, { files, decisions }: AlertsPlan, place: Place): PlannedEffect[] {
  const by = site.policies.declare;
  const straight = files.filter(({ standing }) => by === "default-branch" || standing !== undefined);
  const changes = straight.map(({ path, text, standing }) => ({
    path: `${place.folder}/${path}`,
    text,
    was: standing?.text ?? null,
  }));
  const opened = decisions.flatMap((each) => (each.do === "open" ? [each.draft.id] : []));
  const message = opened.length > 0 ? `Begin the record of ${opened.join(", ")}` : "Note what alerts say";
  return recordEffects(changes, message, { ...place, by: "default-branch" }, undefined);
}

function issuesOf(
  client: GitHubClient,
  { knowledgeBase }: Known,
  { decisions, files }: AlertsPlan,
  place: Place,
): PlannedEffect[] {
  return decisions.flatMap((decision) => {
    if (decision.do === "ticket")
      return decision.signals.map((signal) => ticketIssue(signal, decision.service));
    if (decision.do !== "open") return [];
    const plan = files.find(({ path }) => path === decision.draft.path);
    return plan?.entry === undefined
      ? []
      : [
          incidentIssue(
            knowledgeBase,
            plan.entry as Entry<"incident">,
            recordAddress(client, place, plan.path),
          ),
        ];
  });
}

/** The record of an incident with the address of its issue in it, and the issue's face. */
async function tracked(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  known: Known,
  place: Place,
  id: string,
  planned: (known: Known) => AlertsPlan,
): Promise<PlannedEffect[]> {
  const { knowledgeBase } = known;
  const standing = knowledgeBase.incidents.find((each) => each.id === id);
  const draft = planned(known).files.find(({ entry }) => entry?.id === id);
  const entry = standing ?? (draft?.entry as Entry<"incident"> | undefined);
  const issue = entry && (await findIssue(client, INCIDENT_LABEL, incidentKey(id)));
  if (!entry || !issue) return [];
  const path = entry.file.slice(knowledgeBase.root.length + 1);
  const plan = withTracker(context.contentDir, known, entry, draft, issue.html_url);
  const files =
    plan?.ok && entry.data.tracker === undefined
      ? [{ path: `${place.folder}/${path}`, text: plan.text, was: plan.standing?.text ?? null }]
      : [];
  const by = standing ? "default-branch" : knowledgeBase.site.policies.declare;
  const own = { ...issue, body: issue.body ?? "" };
  return [
    ...recordEffects(files, `Say in which issue ${id} is driven`, { ...place, by }, issue.number),
    ...faceEffects(knowledgeBase, entry, own, recordAddress(client, place, path)),
  ];
}

function withTracker(
  contentDir: string,
  known: Known,
  entry: Entry<"incident">,
  draft: FilePlan | undefined,
  tracker: string,
) {
  const set = { do: "set", path: ["tracker"], value: tracker, order: INCIDENT_FIELDS } as const;
  const changing = () => ({ ok: true as const, edits: [set], says: "" });
  return draft && draft.standing === undefined
    ? changeText(contentDir, known, entry, draft.text, changing, [])
    : planChange(contentDir, known, entry, changing, []);
}

/** The incidents that a notification opened, was noted in, or was known in already. */
function concernedBy({ decisions }: AlertsPlan): string[] {
  return decisions.flatMap((decision) => {
    if (decision.do === "open") return [decision.draft.id];
    if (decision.do === "note") return [decision.incident.id];
    return decision.do === "nothing" && decision.incident !== undefined ? [decision.incident] : [];
  });
}
