import type { Edit } from "../editor/edit.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone } from "../reliability/milestone-time.ts";
import { INCIDENT_FIELDS } from "../response/component-impact.ts";
import { resolveIncident } from "../response/resolve-incident.ts";
import { type Epoch, epochOf, instantOf } from "../time.ts";
import { alertNote, firingCount } from "./alert-notes.ts";
import type { Signal } from "./signal.ts";

/** The edits that note alerts in the record of an incident, and end it where all are over and the policy says so. */
export function noteAlerts(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  signals: readonly Signal[],
  now: Epoch,
): { readonly edits: readonly Edit[]; readonly resolves: boolean } {
  const { data } = incident;
  let last = data.timeline.at(-1)?.at;
  const seen = new Set<string>();
  const values = signals
    .filter(({ signature, state }) => !seen.has(`${state} ${signature}`) && seen.add(`${state} ${signature}`))
    .map((signal) => {
      const note = alertNote(signal, last);
      last = note.at;
      return { ...note };
    });
  const noted: Edit =
    data.timeline.length > 0
      ? { do: "extend", path: ["timeline"], values }
      : { do: "set", path: ["timeline"], value: values, order: INCIDENT_FIELDS };
  const ending = endOf(
    knowledgeBase,
    { ...incident, data: { ...data, timeline: [...data.timeline, ...values.map(asEntry)] } },
    signals,
    now,
  );
  return { edits: [noted, ...ending], resolves: ending.length > 0 };
}

/** The edits that end an incident whose alerts are all over; none where people end it, or customers wait for a word. */
function endOf(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  signals: readonly Signal[],
  now: Epoch,
): readonly Edit[] {
  const { policies } = knowledgeBase.site;
  const { milestones, detection } = incident.data;
  const ends = signals.flatMap(({ state, endsAt }) =>
    state === "resolved" && endsAt !== undefined ? [epochOf(endsAt)] : [],
  );
  if (policies.alertResolved !== "resolve" || detection?.key === undefined || ends.length === 0) return [];
  if (milestones.resolved !== undefined || firingCount(incident) > 0) return [];
  const started =
    milestones.started === undefined ? { started: instantOfMilestone(milestones.detected) } : {};
  const changing = resolveIncident(
    knowledgeBase,
    incident,
    { ...started, resolved: instantOf(Math.max(...ends)) },
    now,
  );
  return changing.ok ? changing.edits : [];
}

function asEntry(note: ReturnType<typeof alertNote>): Entry<"incident">["data"]["timeline"][number] {
  return { kind: "alert", ...note, key: false, public: false, evidence: [] };
}
