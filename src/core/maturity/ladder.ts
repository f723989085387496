import { allActionItems } from "../action-items/all-action-items.ts";
import { isUnfinished } from "../action-items/is-overdue.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { automatedRemediationMeasure } from "../reliability/measures/automated-remediation-measure.ts";
import { twelveMonths } from "../reliability/measures/figure.ts";
import { scopeOf } from "../reliability/measures/slices.ts";
import { durationOf, type Epoch, endOfDay } from "../time.ts";
import { AVOIDED } from "./avoided-mistakes.ts";
import type { Mistake } from "./mistake.ts";
import { RUNGS, type Rung } from "./rung.ts";

/** One thing that a team of a rung does. */
export interface Criterion {
  readonly id: string;
  readonly rung: Rung;
  /** What is done, as a statement. */
  readonly title: string;
  /** Cases that show it, of how many; none where there is nothing to look at. */
  readonly met: number;
  readonly of: number;
  /** The share of cases from which on it counts as done. */
  readonly wanted: number;
  readonly state: "done" | "not-yet" | "no-data";
  /** What to do next to get there. */
  readonly next: string;
  /** The mistake that is its other side, by id. */
  readonly mistake?: string;
}

/** Where the team stands: the highest rung whose criteria, and those below it, are all done; and the first step that is not. */
export interface Ladder {
  readonly rung: Rung | undefined;
  readonly criteria: readonly Criterion[];
  readonly next: Criterion | undefined;
}

/** Places the team by what its knowledge base and its mistakes show; what cannot be seen is not taken for done. */
export function ladder(knowledgeBase: KnowledgeBase, mistakes: readonly Mistake[], now: Epoch): Ladder {
  const criteria = [...fromMistakes(mistakes), ...fromFacts(knowledgeBase, now)].sort(
    (a, b) => RUNGS.indexOf(a.rung) - RUNGS.indexOf(b.rung),
  );
  const open = criteria.find(({ state }) => state !== "done");
  const reached = RUNGS.filter((rung) =>
    criteria.every((each) => RUNGS.indexOf(each.rung) > RUNGS.indexOf(rung) || each.state === "done"),
  );
  return { rung: reached.at(-1), criteria, next: open };
}

type Draft = Omit<Criterion, "state">;

function judged(draft: Draft): Criterion {
  const { met, of, wanted } = draft;
  return { ...draft, state: of === 0 ? "no-data" : met / of >= wanted ? "done" : "not-yet" };
}

function fromMistakes(mistakes: readonly Mistake[]): Criterion[] {
  const seen = new Map(mistakes.map((mistake) => [mistake.kind.id, mistake]));
  return AVOIDED.map(({ mistake, ...criterion }) => {
    const { of, traces, count } = seen.get(mistake)!;
    return judged({
      ...criterion,
      id: mistake,
      mistake,
      met: Math.max(0, of - (count ?? traces.length)),
      of,
    });
  });
}

function fromFacts(knowledgeBase: KnowledgeBase, now: Epoch): Criterion[] {
  const zone = knowledgeBase.site.timeZone;
  const important = knowledgeBase.services.filter(
    ({ data }) => !data.external && (data.criticality === "critical" || data.criticality === "high"),
  );
  const open = allActionItems(knowledgeBase).filter(({ item }) => isUnfinished(item, now, zone));
  const practised = new Map<string, Epoch>();
  for (const { data } of knowledgeBase.gameDays)
    for (const service of data.services)
      practised.set(service, Math.max(practised.get(service) ?? 0, endOfDay(data.on, zone)));
  const { policies } = knowledgeBase.site;
  const scope = scopeOf(knowledgeBase, twelveMonths(now, zone), now);
  const automated = automatedRemediationMeasure.of(scope).value;
  return [
    judged({
      id: "items-owned",
      rung: "beginner",
      title: "Open action items have an owner and a due day",
      met: open.filter(({ item }) => item.owner !== undefined && item.due !== undefined).length,
      of: open.length,
      wanted: 0.9,
      next: "Give each open item an owner and a day.",
    }),
    judged({
      id: "objectives",
      rung: "intermediate",
      title: "Critical services promise something",
      met: important.filter(({ data }) => data.objectives.length > 0).length,
      of: important.length,
      wanted: 0.9,
      next: "Set an objective for each service of high criticality.",
    }),
    judged({
      id: "game-days",
      rung: "advanced",
      title: "Failures of critical services are practised in time",
      met: important.filter(({ id, data }) => {
        const every = data.gameDayEvery ?? policies.gameDayEvery[data.criticality];
        const last = practised.get(id);
        return every === undefined || (last !== undefined && now - last <= durationOf(every));
      }).length,
      of: important.length,
      wanted: 0.9,
      next: "Plan a game day for the critical service that was practised longest ago.",
    }),
    judged({
      id: "automated-remediation",
      rung: "advanced",
      title: `Automation alone restores ${Math.round(policies.targets.automatedRemediation * 100)} % of incidents`,
      met: automated.kind === "share" ? automated.part : 0,
      of: automated.kind === "share" ? automated.whole : 0,
      wanted: policies.targets.automatedRemediation,
      next: "Automate the runbook that helped most often, with a guard.",
    }),
  ];
}
