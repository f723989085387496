import type { AlertDecision } from "../../src/core/alerts/alert-decision.ts";
import { decideAlerts } from "../../src/core/alerts/decide-alerts.ts";
import { noteAlerts } from "../../src/core/alerts/note-alerts.ts";
import type { Signal } from "../../src/core/alerts/signal.ts";
import { editSource } from "../../src/core/editor/edit-source.ts";
import type { Suppressions } from "../../src/core/schemas/logs.ts";
import { problemsOf, readStanding } from "../../src/loader/write-entry.ts";
import { type FilePlan, type FileRefusal, planChange, planDraft } from "../response/plan-change.ts";
import type { Known } from "../response/read-for-change.ts";

type Suppression = Suppressions["suppressions"][number];

/** What signals come to: decisions, and the files that change by them. */
export interface AlertsPlan {
  readonly decisions: readonly AlertDecision[];
  readonly files: readonly FilePlan[];
  readonly refusals: readonly FileRefusal[];
}

/** Signals → what becomes of each, and the changed files, each of which passes the check. */
export function planAlerts(contentDir: string, known: Known, signals: readonly Signal[]): AlertsPlan {
  const decisions = decideAlerts(known.knowledgeBase, signals, known.now);
  const plans: (FilePlan | FileRefusal)[] = [];
  const silences: Suppression[] = [];
  for (const decision of decisions) {
    if (decision.do === "open") plans.push(planDraft(contentDir, known, decision.draft, "internal", []));
    if (decision.do === "suppress") silences.push(decision.suppression);
    if (decision.do === "note") {
      const { incident, signals: noted } = decision;
      const changing = (fresh: typeof incident) => {
        const { edits } = noteAlerts(known.knowledgeBase, fresh, noted, known.now);
        return { ok: true as const, edits, says: `notes ${counted(noted.length)} in ${incident.id}` };
      };
      plans.push(planChange(contentDir, known, incident, changing, []));
    }
    if (decision.do === "refuse") plans.push({ ok: false, code: 2, sentences: decision.problems });
  }
  if (silences.length > 0) plans.push(planSilences(contentDir, known, silences));
  return {
    decisions,
    files: plans.filter((plan) => plan.ok),
    refusals: plans.filter((plan) => !plan.ok),
  };
}

/** A number of alerts in words. */
export function counted(count: number): string {
  return count === 1 ? "an alert" : `${count} alerts`;
}

/** What explains silent alerts, in the file of suppressions; an alert of one window is written down once. */
function planSilences(
  contentDir: string,
  { knowledgeBase }: Known,
  silences: readonly Suppression[],
): FilePlan | FileRefusal {
  const path = "suppressions.yaml";
  const standing = readStanding(contentDir, path);
  const file = `${knowledgeBase.root}/${path}`;
  const values = [...new Map(silences.map((silence) => [JSON.stringify(silence), silence])).values()];
  const edited = editSource(file, standing?.text ?? "", [
    { do: "extend", path: ["suppressions"], values: values.map((value) => ({ ...value })) },
  ]);
  const wrong = edited.ok ? problemsOf(contentDir, path, edited.text) : edited.findings;
  if (!edited.ok || wrong.length > 0)
    return { ok: false, code: 1, sentences: wrong.map(({ message }) => `${file}: ${message}.`) };
  const says = `explains ${counted(values.length)}`;
  return { ok: true, path, ...(standing ? { standing } : {}), text: edited.text, says };
}
