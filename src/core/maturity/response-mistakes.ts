import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { longestSilence } from "../reliability/longest-silence.ts";
import { repeatMeasure } from "../reliability/measures/repeat-measure.ts";
import { beganAt, scopeOf } from "../reliability/measures/slices.ts";
import { milestoneTime } from "../reliability/milestone-time.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { durationOf, epochOf } from "../time.ts";
import { durationWords } from "../words/duration-words.ts";
import type { MistakeKind, Seen, Sight, Trace } from "./mistake.ts";

/** An hour: nobody who was there needs longer between two lines worth writing down. */
const LONGEST_GAP = 3_600_000;

/** Mistakes that show in how incidents were handled and told. */
export const RESPONSE_MISTAKES: readonly MistakeKind[] = [
  {
    id: "repeats",
    title: "The same failure comes again",
    judged:
      "Incidents of the last year with the signature of one that was resolved within the repeat window.",
    unit: "incidents with a signature",
    measure: "repeats",
    look: (sight) => {
      const { inputs } = repeatMeasure.of(scopeOf(sight.knowledgeBase, sight.year, sight.now));
      const of = incidentsOf(sight).filter(({ data }) => data.signature !== undefined).length;
      return { of, traces: inputs.map(({ id, value }) => ({ kind: "incident", id, note: String(value) })) };
    },
  },
  {
    id: "duplicates",
    title: "One failure is recorded twice",
    judged: "Incidents that relapsed within a day of an earlier one: they are one incident with two records.",
    unit: "incidents with a signature",
    measure: "repeats",
    look: (sight) => {
      const { leftOut } = repeatMeasure.of(scopeOf(sight.knowledgeBase, sight.year, sight.now));
      const of = incidentsOf(sight).filter(({ data }) => data.signature !== undefined).length;
      return { of, traces: leftOut.map(({ id, why }) => ({ kind: "incident", id, note: why })) };
    },
  },
  {
    id: "no-commander",
    title: "Nobody commanded",
    judged: "Declared incidents of the last year without an incident commander in their roles.",
    unit: "declared incidents",
    look: (sight) =>
      among(
        incidentsOf(sight).filter(({ data }) => data.milestones.declared !== undefined),
        ({ data }) => (data.roles.some(({ role }) => role === "incident-commander") ? undefined : {}),
      ),
  },
  {
    id: "no-change-link",
    title: "A change set it off, and nobody says which",
    judged: "Incidents of the last year whose trigger is a push and which name no change.",
    unit: "incidents set off by a push",
    measure: "change-linked",
    look: (sight) =>
      among(
        incidentsOf(sight).filter(({ data }) => /push|release|deploy/.test(data.trigger ?? "")),
        ({ data }) => (data.causedBy.length > 0 ? undefined : {}),
      ),
  },
  {
    id: "gaps-in-timelines",
    title: "The timeline has holes",
    judged:
      "Resolved incidents whose timeline says nothing for more than an hour between detection and resolution.",
    unit: "resolved incidents with a timeline",
    look: (sight) =>
      among(
        incidentsOf(sight).filter(
          ({ data }) => data.timeline.length > 0 && data.milestones.resolved !== undefined,
        ),
        (incident) => {
          const gap = longestGap(incident);
          return gap > LONGEST_GAP ? { note: `${durationWords(gap)} without a line` } : undefined;
        },
      ),
  },
  {
    id: "silence-towards-customers",
    title: "Customers were left without word",
    judged:
      "Incidents that customers could notice whose longest silence was above the cadence of their severity, or above an hour.",
    unit: "resolved incidents that customers could notice",
    measure: "longest-silence",
    look: (sight) =>
      among(
        incidentsOf(sight).filter(({ data }) => longestSilence(data) !== undefined),
        ({ data }) => {
          const { severities } = sight.knowledgeBase.taxonomy;
          const cadence = severities.find(({ id }) => id === data.severity.peak)?.updateEvery;
          const silence = longestSilence(data)!;
          const allowed = cadence === undefined ? LONGEST_GAP : durationOf(cadence);
          return silence > allowed ? { note: `${durationWords(silence)} of silence` } : undefined;
        },
      ),
  },
  {
    id: "late-postmortems",
    title: "Postmortems come late",
    judged:
      "Incidents of the last year whose required postmortem was final after its day, or is not final and past it.",
    unit: "incidents that need one, past its day",
    measure: "time-to-close",
    code: "postmortem-late",
    look: (sight) => {
      const { knowledgeBase, now } = sight;
      const due = incidentsOf(sight).filter(({ data }) => {
        const { required, finalDue } = postmortemDuty(knowledgeBase, data);
        return required && finalDue !== undefined && finalDue <= now;
      });
      return among(due, ({ id, data }) => {
        const { finalDue } = postmortemDuty(knowledgeBase, data);
        const final = (knowledgeBase.look.postmortemsOf.get(id) ?? []).find(
          (each) => each.data.state === "final" && each.data.finalized !== undefined,
        );
        if (final === undefined) return { note: "not final yet" };
        const late = epochOf(final.data.finalized!) - finalDue!;
        return late > 0 ? { note: `${durationWords(late)} late` } : undefined;
      });
    },
  },
  {
    id: "unmet-permissions",
    title: "Responders lacked a right that they needed",
    judged: "Incidents of the last year that record a right which was missing.",
    unit: "incidents",
    look: (sight) =>
      among(incidentsOf(sight), ({ data }) =>
        data.unmetPermissions.length > 0 ? { note: data.unmetPermissions.join("; ") } : undefined,
      ),
  },
  {
    id: "exposure-not-restricted",
    title: "A security incident is open to everybody",
    judged: "Incidents with an exposure whose visibility is not `restricted`.",
    unit: "incidents with an exposure",
    code: "exposure-not-restricted",
    look: ({ knowledgeBase }) =>
      among(
        knowledgeBase.incidents.filter(({ data }) => data.exposure !== undefined),
        ({ data }) => (data.visibility === "restricted" ? undefined : { note: data.visibility }),
      ),
  },
  ...(["traces", "sampling", "log-context", "cardinality", "metrics", "logs"] as const).map(
    (gap): MistakeKind => ({
      id: `blind-${gap}`,
      title: `Could not be seen: ${gap === "log-context" ? "context of logs" : gap}`,
      judged: `Incidents of the last year that record a gap of observability of the kind \`${gap}\`.`,
      unit: "incidents",
      look: (sight) =>
        among(incidentsOf(sight), ({ data }) => (data.observabilityGaps.includes(gap) ? {} : undefined)),
    }),
  ),
];

/** Incidents that began within the last year, near misses too. */
export function incidentsOf({ knowledgeBase, year }: Sight): readonly Entry<"incident">[] {
  return knowledgeBase.incidents.filter((incident) => {
    const began = beganAt(incident);
    return year.from <= began && began < year.to;
  });
}

function among(
  incidents: readonly Entry<"incident">[],
  shows: (incident: Entry<"incident">) => { readonly note?: string } | undefined,
): Seen {
  const traces = incidents.flatMap((incident): Trace[] => {
    const shown = shows(incident);
    return shown === undefined ? [] : [{ kind: "incident", id: incident.id, ...shown }];
  });
  return { of: incidents.length, traces };
}

/** The longest time between two lines of the timeline, detection and resolution being lines. */
function longestGap({ data }: Entry<"incident">): number {
  const from = milestoneTime(data, "detected")!;
  const to = milestoneTime(data, "resolved") ?? from;
  const told = data.timeline.map(({ at }) => epochOf(at)).filter((at) => at > from && at < to);
  const instants = [from, ...told.sort((a, b) => a - b), to];
  return Math.max(0, ...instants.slice(1).map((instant, index) => instant - instants[index]!));
}
