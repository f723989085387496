import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { lookUp } from "../knowledge-base/link-knowledge-base.ts";
import { instantOfMilestone, milestoneTime } from "../reliability/milestone-time.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { type Incident, MILESTONES, type MilestoneName } from "../schemas/incident.ts";
import type { Postmortem } from "../schemas/postmortem.ts";
import { type Epoch, epochOf, startOfDay } from "../time.ts";
import { consequencesAt, runbookAt, serviceAt, teamsAt } from "./answers-as-known-at.ts";

/** The knowledge base as it was known at an instant: facts dated later are unknown, undated facts stand as written. */
export function asKnownAt(knowledgeBase: KnowledgeBase, now: Epoch): KnowledgeBase {
  const zone = knowledgeBase.site.timeZone;
  const begun = (date: string) => startOfDay(date, zone) <= now;
  const past = (instant: string | undefined) => instant !== undefined && epochOf(instant) <= now;
  const items = (list: readonly ActionItem[]) =>
    list.filter(({ opened }) => begun(opened)).map((item) => actionItemAt(item, now, zone));
  const lists = {
    incidents: knowledgeBase.incidents
      .filter(({ data }) => past(instantOfMilestone(data.milestones.detected)))
      .map((entry) =>
        withData(entry, { ...incidentAt(entry.data, now), actionItems: items(entry.data.actionItems) }),
      ),
    postmortems: knowledgeBase.postmortems
      .filter(({ data }) => data.drafted === undefined || past(data.drafted))
      .map((entry) =>
        withData(entry, { ...postmortemAt(entry.data, now), actionItems: items(entry.data.actionItems) }),
      ),
    runbooks: knowledgeBase.runbooks.map((entry) => runbookAt(entry, now, zone)),
    services: knowledgeBase.services.map((entry) => serviceAt(entry, now, zone)),
    teams: teamsAt(knowledgeBase.teams, now, zone),
    gameDays: knowledgeBase.gameDays
      .filter(({ data }) => begun(data.on))
      .map((entry) => withData(entry, { ...entry.data, actionItems: items(entry.data.actionItems) })),
    maintenance: knowledgeBase.maintenance
      .filter(({ data }) => data.announced === undefined || past(data.announced))
      .map((entry) =>
        withData(entry, {
          ...entry.data,
          states: entry.data.states.filter(({ at }) => past(at)),
          updates: entry.data.updates.filter(({ at }) => past(at)),
        }),
      ),
    changeLogs: knowledgeBase.changeLogs
      .map((entry) => withData(entry, { changes: entry.data.changes.filter(({ at }) => past(at)) }))
      .filter(({ data }) => data.changes.length > 0),
    onCallLogs: knowledgeBase.onCallLogs.map((entry) =>
      withData(entry, {
        shifts: entry.data.shifts.filter(({ from }) => past(from)),
        pages: entry.data.pages
          .filter(({ at }) => past(at))
          .map(({ acknowledged, ...page }) =>
            past(acknowledged) ? { ...page, acknowledged: acknowledged! } : page,
          ),
      }),
    ),
    measurements: knowledgeBase.measurements.filter(({ data }) => past(data.taken)),
    reviews: knowledgeBase.reviews.filter(({ data }) => begun(data.on)),
    suppressions: knowledgeBase.suppressions.map((entry) =>
      withData(entry, { suppressions: entry.data.suppressions.filter(({ from }) => past(from)) }),
    ),
    templates: knowledgeBase.templates.map((entry) => {
      const { approved, ...data } = entry.data;
      return approved === undefined || begun(approved.on) ? entry : withData(entry, data);
    }),
  };
  const known = { ...knowledgeBase, ...lists };
  return { ...known, look: lookUp(known) };
}

function incidentAt(data: Incident, now: Epoch): Incident {
  const past = (instant: string | undefined) => instant !== undefined && epochOf(instant) <= now;
  const milestones = Object.fromEntries(
    MILESTONES.flatMap((name) => (milestoneKnown(data, name, now) ? [[name, data.milestones[name]]] : [])),
  );
  return {
    ...data,
    ...consequencesAt(data, now),
    milestones: milestones as Incident["milestones"],
    impact: data.impact
      .filter(({ from }) => past(from))
      .map(({ to, ...impact }) => (past(to) ? { ...impact, to: to! } : impact)),
    roles: data.roles
      .filter(({ from }) => from === undefined || past(from))
      .map(({ to, ...role }) => (past(to) ? { ...role, to: to! } : role)),
    timeline: data.timeline.filter(({ at }) => past(at)),
    updates: data.updates.filter(({ at }) => past(at)),
    hypotheses: data.hypotheses.filter(({ at }) => at === undefined || past(at)),
  };
}

function milestoneKnown(data: Incident, name: MilestoneName, now: Epoch): boolean {
  const time = milestoneTime(data, name);
  return time !== undefined && time <= now;
}

function postmortemAt(data: Postmortem, now: Epoch): Postmortem {
  const { finalized, ...rest } = data;
  if (finalized === undefined || epochOf(finalized) <= now) return data;
  return { ...rest, state: "in-review" };
}

function actionItemAt(item: ActionItem, now: Epoch, zone: string): ActionItem {
  const { done, dropped, reason, ...rest } = item;
  const slips = item.slips.filter(({ on }) => startOfDay(on, zone) <= now);
  const ended = done ?? dropped;
  if (ended === undefined || startOfDay(ended, zone) <= now) return { ...item, slips };
  const kept = dropped === undefined && reason !== undefined ? { reason } : {};
  return { ...rest, ...kept, slips, status: "open" };
}

function withData<E extends Entry>(entry: E, data: E["data"]): E {
  return { ...entry, data };
}
