import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { escalation } from "../rules/escalation.ts";
import type { Epoch } from "../time.ts";
import { automationLacks } from "./lacks/automation-lacks.ts";
import { dashboardLack } from "./lacks/dashboard-lack.ts";
import { verificationLack } from "./lacks/verification-lack.ts";

/** What the records show of an item of the readiness checklist; absent where there is nothing that could show it. */
export type ReadinessRecord = { readonly met: boolean; readonly evidence: string } | undefined;

/** The items of the readiness checklist that records can show, each with how. */
export const READINESS_RECORDS: Readonly<
  Record<string, (knowledgeBase: KnowledgeBase, service: Entry<"service">, now: Epoch) => ReadinessRecord>
> = {
  indicators,
  objective,
  runbooks,
  alerts,
  roster,
  escalation: escalationTried,
  templates,
  automation,
  dashboards,
};

function promisesOf({ journeys }: KnowledgeBase, { id, data }: Entry<"service">) {
  const over = journeys.flatMap((entry) =>
    entry.data.journeys.filter(({ services }) => services.includes(id)),
  );
  return [...data.objectives, ...over.flatMap(({ objectives }) => objectives)].map(
    ({ id: promise, indicator }) => ({
      id: promise,
      measured:
        indicator !== undefined ||
        over.some(
          (journey) =>
            journey.indicator !== undefined && journey.objectives.some((each) => each.id === promise),
        ),
    }),
  );
}

function objective(knowledgeBase: KnowledgeBase, service: Entry<"service">): ReadinessRecord {
  const promises = promisesOf(knowledgeBase, service).map(({ id }) => id);
  return promises.length > 0
    ? { met: true, evidence: promises.join(", ") }
    : { met: false, evidence: "neither it nor a journey over it has an objective" };
}

function indicators(knowledgeBase: KnowledgeBase, service: Entry<"service">): ReadinessRecord {
  const measured = promisesOf(knowledgeBase, service).filter((promise) => promise.measured);
  return measured.length > 0
    ? {
        met: true,
        evidence: `${measured.map(({ id }) => id).join(", ")} ${measured.length === 1 ? "says" : "say"} what is measured`,
      }
    : { met: false, evidence: "no objective says what is measured" };
}

function runbooks({ look, site }: KnowledgeBase, { id }: Entry<"service">, now: Epoch): ReadinessRecord {
  const all = look.runbooksOf.get(id) ?? [];
  const lapsed = all.filter(({ data }) => verificationLack(data, site.timeZone, now) !== undefined);
  if (all.length === 0) return { met: false, evidence: "it has no runbook" };
  return {
    met: lapsed.length === 0,
    evidence: `${all.length - lapsed.length} of ${all.length} verified in time`,
  };
}

function alerts({ look }: KnowledgeBase, { data }: Entry<"service">): ReadinessRecord {
  const paging = data.alerts.filter(({ response }) => response === "page");
  const bare = paging.filter(({ name }) => !look.runbooksForAlert.has(name));
  if (paging.length === 0) return undefined;
  return bare.length === 0
    ? { met: true, evidence: `${paging.length} of ${paging.length} have a runbook` }
    : { met: false, evidence: `no runbook answers ${bare.map(({ name }) => name).join(", ")}` };
}

function roster({ look }: KnowledgeBase, { data }: Entry<"service">): ReadinessRecord {
  const team = look.team.get(data.owner);
  if (team === undefined) return undefined;
  if (team.roster === undefined) return { met: false, evidence: `team ${team.id} has no roster` };
  const people = new Set([...team.roster.rotation, ...team.roster.backups]);
  return team.roster.backups.length > 0 && people.size > 1
    ? { met: true, evidence: `${people.size} people of ${team.id}, with backups` }
    : { met: false, evidence: `the roster of ${team.id} has no backup` };
}

function escalationTried(
  knowledgeBase: KnowledgeBase,
  { data }: Entry<"service">,
  now: Epoch,
): ReadinessRecord {
  const { teams } = knowledgeBase.teams;
  const index = teams.findIndex(({ id }) => id === data.owner);
  const team = teams[index];
  if (team === undefined) return undefined;
  if (team.escalation.length === 0) return { met: false, evidence: `team ${team.id} has no escalation` };
  const findings = escalation(knowledgeBase, now).filter(({ spot }) => spot.field?.[1] === index);
  const untried = findings.filter(({ code }) => code === "escalation-untested").length;
  const { length } = team.escalation;
  if (findings.length === 0) return { met: true, evidence: `${length} of ${length} levels tried in time` };
  return {
    met: false,
    evidence:
      untried > 0
        ? `${length - untried} of ${length} levels tried in time`
        : "it hangs on one person or one channel",
  };
}

function templates({ templates: all }: KnowledgeBase, { data }: Entry<"service">): ReadinessRecord {
  // Words for customers are wanted where customers see something.
  if (data.component === undefined) return undefined;
  const approved = all.filter(
    ({ data: each }) =>
      each.audience === "customer" && each.occasion === "opened" && each.approved !== undefined,
  );
  return approved.length > 0
    ? { met: true, evidence: approved.map(({ id }) => id).join(", ") }
    : { met: false, evidence: "no words for a first message are approved" };
}

function automation({ look }: KnowledgeBase, { id }: Entry<"service">): ReadinessRecord {
  const automated = (look.runbooksOf.get(id) ?? []).flatMap((entry) =>
    entry.data.automation === undefined
      ? []
      : [{ id: entry.id, lacks: automationLacks(entry.data.automation) }],
  );
  const unsafe = automated.filter(({ lacks }) => lacks.length > 0);
  if (automated.length === 0) return undefined;
  return unsafe.length === 0
    ? { met: true, evidence: automated.map((each) => each.id).join(", ") }
    : {
        met: false,
        evidence: unsafe.map((each) => `${each.id} has no ${each.lacks.join(", no ")}`).join("; "),
      };
}

function dashboards({ site }: KnowledgeBase, { data }: Entry<"service">, now: Epoch): ReadinessRecord {
  if (data.dashboards.length === 0) return { met: false, evidence: "it has no dashboard" };
  const stale = data.dashboards.flatMap((dashboard) => {
    const lack = dashboardLack(dashboard, site, now);
    return lack === undefined ? [] : [`${dashboard.title}: ${lack}`];
  });
  return stale.length === 0
    ? { met: true, evidence: `${data.dashboards.length} reviewed in time` }
    : { met: false, evidence: stale.join("; ") };
}
