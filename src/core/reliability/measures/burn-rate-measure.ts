import { durationOf } from "../../time.ts";
import { weightedLength } from "../downtime.ts";
import type { Interval } from "../intervals.ts";
import { allCommitments, type NamedCommitment } from "../objectives/all-commitments.ts";
import { burnRate } from "../objectives/burn-rate.ts";
import { downtimeOf } from "../objectives/error-budget.ts";
import { lookBacks } from "../objectives/look-backs.ts";
import { noCases } from "./duration-outcome.ts";
import type { Input, LeftOut, Measure, Scope } from "./measure.ts";

/** M5: how fast the error budgets of objectives burn at the end of the period, over each named look-back. */
export const burnRateMeasure: Measure = {
  id: "burn-rate",
  code: "M5",
  name: "Error-budget burn rate",
  unit: "burn",
  formula:
    "(bad time in the look-back ÷ look-back) ÷ (1 − target), at the end of the period, of each objective; a slice by anything but service and team is the part of it that its incidents bring; 1 spends the budget in just the window; where a monitoring system is the source, the bad time of measured days is their bad ÷ all events × their length",
  misleads:
    "It comes from incident records and daily snapshots after the fact, so it informs and gates and cannot page; it moves with releases.",
  of(scope) {
    const { knowledgeBase, period } = scope;
    const now = Math.min(period.to, scope.now);
    const commitments = commitmentsOf(scope);
    const members = membersOf(scope);
    if (members?.size === 0)
      return { value: { kind: "none", why: noCases(scope, 0) }, inputs: [], leftOut: [] };
    const overs = lookBacks(knowledgeBase.site.policies);
    const leftOut: LeftOut[] = [];
    const rates = commitments.flatMap((commitment) =>
      overs.flatMap((over) => {
        const rate = burnRate(knowledgeBase, commitment, over, now, members);
        const objective = nameOf(commitment);
        if (rate !== undefined) return [{ objective, over, rate }];
        leftOut.push({
          file: commitment.file,
          id: objective,
          title: `${objective} over ${over}`,
          field: ["objectives"],
          why: "maintenance fills the look-back",
        });
        return [];
      }),
    );
    if (rates.length === 0) return { value: { kind: "none", why: whyNone(scope) }, inputs: [], leftOut };
    const longest = Math.max(...overs.map(durationOf));
    const inputs = commitments.flatMap((commitment) =>
      inputsOf(scope, commitment, { from: now - longest, to: now }, members),
    );
    return { value: { kind: "burn", rates }, inputs, leftOut };
  },
};

/** What spent of an objective's budget within the longest look-back: incidents, and the days that were measured. */
function inputsOf(
  { knowledgeBase }: Scope,
  commitment: NamedCommitment,
  within: Interval,
  members: ReadonlySet<string> | undefined,
): Input[] {
  const spent = new Map<string, number>();
  const { pieces, measured } = downtimeOf(knowledgeBase, commitment, within, within.to);
  for (const piece of pieces)
    if (piece.incident !== undefined && (members?.has(piece.incident) ?? true))
      spent.set(piece.incident, (spent.get(piece.incident) ?? 0) + weightedLength([piece], within));
  const incidents = [...spent].flatMap(([id, length]) => {
    const incident = knowledgeBase.look.incident.get(id)!;
    const { file, data } = incident;
    const value = `${length / 1000} s of ${nameOf(commitment)}`;
    return length > 0 ? [{ file, id, title: data.title, fields: [["impact"]], value }] : [];
  });
  const days = measured.map(({ snapshot: { file, id, data }, index, good, total }) => ({
    file,
    id,
    title: `${nameOf(commitment)}, measured on ${data.days[index]!.date}`,
    fields: [["days", index]],
    value: `${Number((total - good).toPrecision(9))} of ${Number(total.toPrecision(9))} events bad`,
  }));
  return [...incidents, ...days];
}

function commitmentsOf({ knowledgeBase, slice }: Scope): NamedCommitment[] {
  const all = allCommitments(knowledgeBase);
  if (slice === undefined) return all;
  if (slice.by === "service")
    return all.filter((each) => each.of === "service" && each.owner === slice.value);
  if (slice.by !== "team") return all;
  const owned = (service: string) => knowledgeBase.look.service.get(service)?.data.owner === slice.value;
  return all.filter((each) => each.of === "service" && owned(each.owner));
}

/** The incidents whose part of the rates a slice is about; objectives belong to services and teams, so there all of it counts. */
function membersOf({ slice, incidents }: Scope): ReadonlySet<string> | undefined {
  return slice === undefined || slice.by === "service" || slice.by === "team"
    ? undefined
    : new Set(incidents.map(({ id }) => id));
}

function whyNone({ slice }: Scope): string {
  return slice?.by === "service" || slice?.by === "team"
    ? `No objective belongs to ${slice.by} ${slice.value}.`
    : "No service and no journey has an objective.";
}

function nameOf({ owner, objective }: NamedCommitment): string {
  return `${owner}/${objective.id}`;
}
