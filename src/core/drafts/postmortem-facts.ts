import { project } from "../audience/project.ts";
import { readerOf } from "../audience/reader.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { allCommitments } from "../reliability/objectives/all-commitments.ts";
import { errorBudget } from "../reliability/objectives/error-budget.ts";
import { MILESTONES } from "../schemas/incident.ts";
import { factorsOf } from "../taxonomy/factors-of.ts";
import type { Epoch } from "../time.ts";
import { changesBefore } from "../views/incident/changes-before.ts";
import { relatedIncidents } from "../views/incident/related-incidents.ts";
import { viewContext } from "../views/view-context.ts";
import { durationWords } from "../words/duration-words.ts";
import { plainMarkdown } from "./plain-markdown.ts";

const MOST_RELATED = 5;

/** What is known around an incident besides what its components draw, as lists for whoever writes its postmortem; for colleagues. */
export function postmortemFacts(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  now: Epoch,
): string {
  return [
    listed("Milestones", milestoneLines(incident)),
    listed("Changes shortly before", changeLines(knowledgeBase, incident, now)),
    listed("Similar incidents", relatedLines(knowledgeBase, incident)),
    listed("Factors of similar incidents, to be looked at", factorLines(knowledgeBase, incident)),
    listed("Runbooks that were used", runbookLines(knowledgeBase, incident)),
    listed("Error budget that it spent", budgetLines(knowledgeBase, incident, now)),
    listed("Customers were told", updateLines(incident)),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function milestoneLines({ data }: Entry<"incident">): string[] {
  return MILESTONES.flatMap((name) => {
    const milestone = data.milestones[name];
    if (milestone === undefined) return [];
    const at = typeof milestone === "string" ? milestone : milestone.at;
    return [`${name}: ${at}`];
  });
}

function changeLines(knowledgeBase: KnowledgeBase, incident: Entry<"incident">, now: Epoch): string[] {
  const reader = readerOf(knowledgeBase.site, "internal");
  if (reader === undefined) return [];
  const context = viewContext(project(knowledgeBase, reader, now), now);
  return (changesBefore(context, incident)?.changes ?? []).map(
    ({ id, what, before, why, cause }) =>
      `${plainMarkdown(what)} (${plainMarkdown(id)}), ${before}: ${plainMarkdown(why)}${cause ? "; named as what set it off" : ""}`,
  );
}

function relatedLines(knowledgeBase: KnowledgeBase, incident: Entry<"incident">): string[] {
  return relatedOf(knowledgeBase, incident).map(
    ({ incident: { id, data }, reason }) => `${plainMarkdown(data.title)} (${id}): ${plainMarkdown(reason)}`,
  );
}

/** What contributed to the incidents that are like this one, most often named first. */
function factorLines(knowledgeBase: KnowledgeBase, incident: Entry<"incident">): string[] {
  const own = new Set(factorsOf(incident.data));
  const seen = new Map<string, string[]>();
  for (const { incident: other } of relatedOf(knowledgeBase, incident))
    for (const factor of factorsOf(other.data))
      if (!own.has(factor)) seen.set(factor, [...(seen.get(factor) ?? []), other.id]);
  return [...seen]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([factor, ids]) => {
      const name = knowledgeBase.taxonomy.factors.find(({ id }) => id === factor)?.name ?? factor;
      return `${plainMarkdown(name)} (${factor}): contributed to ${ids.join(", ")}`;
    });
}

/** Nobody who may read this learns here of an incident that is kept from more people than this one. */
function relatedOf(knowledgeBase: KnowledgeBase, incident: Entry<"incident">) {
  return relatedIncidents(knowledgeBase, incident)
    .filter(({ incident: { data } }) => data.visibility !== "restricted")
    .slice(0, MOST_RELATED);
}

function runbookLines({ look }: KnowledgeBase, { data }: Entry<"incident">): string[] {
  return data.runbooks.map(({ runbook, outcome, note }) => {
    const title = look.runbook.get(runbook)?.data.title ?? runbook;
    const words = note === undefined ? "" : `: ${plainMarkdown(note)}`;
    return `${plainMarkdown(title)} (${runbook}), ${outcome.replaceAll("-", " ")}${words}`;
  });
}

function budgetLines(knowledgeBase: KnowledgeBase, { id }: Entry<"incident">, now: Epoch): string[] {
  return allCommitments(knowledgeBase).flatMap((commitment) => {
    const { spentBy, budget } = errorBudget(knowledgeBase, commitment, now);
    const spent = spentBy.find(({ incident }) => incident === id)?.milliseconds;
    if (spent === undefined || budget <= 0) return [];
    const { name, objective } = commitment;
    const share = Math.round((spent / budget) * 100);
    return [
      `${plainMarkdown(name)}, ${plainMarkdown(objective.name ?? objective.id)}: ${durationWords(spent)} of ${durationWords(budget)}, ${share} %`,
    ];
  });
}

function updateLines({ data }: Entry<"incident">): string[] {
  return data.updates.map(({ at, status, text }) => `${at}, ${status}: ${plainMarkdown(text)}`);
}

function listed(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}:\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}
