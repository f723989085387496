import type { Incident } from "../schemas/incident.ts";
import type { Postmortem } from "../schemas/postmortem.ts";
import { type Epoch, instantOf } from "../time.ts";
import { BAR_DAYS } from "./day-bars.ts";
import { isOpenToPublic } from "./incident-status.ts";

const DAY = 86_400_000;

/** Beyond what any bar, share or list of what is recent looks back to, with a margin for zones. */
const LONG_AGO = (BAR_DAYS + 10) * DAY;

/**
 * Whether time alone cannot change what customers are told of an incident: it is over, all that is dated in it and in its
 * postmortems lies in the past, and no bar reaches back to it.
 */
export function isSettled(incident: Incident, postmortems: readonly Postmortem[], now: Epoch): boolean {
  const { milestones, impact, updates, timeline, embargo } = incident;
  if (isOpenToPublic(incident) || impact.some(({ to }) => to === undefined)) return false;
  const own = latestDay([milestones, impact, updates, timeline, embargo]);
  const told = latestDay(
    postmortems.map((each) => [each.drafted, each.finalized, each.embargo, each.actionItems]),
  );
  return own < dayOf(now - LONG_AGO) && told < dayOf(now - DAY);
}

function latestDay(value: unknown): string {
  let latest = "";
  for (const [day] of JSON.stringify(value).matchAll(/\d{4}-\d{2}-\d{2}/g)) if (day > latest) latest = day;
  return latest;
}

function dayOf(epoch: Epoch): string {
  return instantOf(epoch).slice(0, 10);
}
