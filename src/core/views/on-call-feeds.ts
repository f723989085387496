import { rosterCalendar } from "../on-call/calendar.ts";
import type { SiteFile } from "./site-file.ts";
import { personName, type ViewContext } from "./view-context.ts";

/** Address of a team's roster as a calendar, within the site. */
export function addressOfFeed(team: string): string {
  return `/on-call/${team}.ics`;
}

/** The roster of each team as a calendar; outsiders have none, as they see no team. */
export function* onCallFeeds(context: ViewContext): Generator<SiteFile> {
  const { projection, now } = context;
  if (!projection.reader.internal) return;
  const { url } = projection.site;
  for (const team of projection.teams.teams) {
    const text = rosterCalendar(team, now, {
      site: url,
      url: `${url.replace(/\/?$/, "/")}on-call/`,
      nameOf: (handle) => personName(context, handle),
    });
    if (text !== undefined) yield { path: addressOfFeed(team.id), text };
  }
}
