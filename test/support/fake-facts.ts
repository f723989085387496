import type { Page } from "../../src/core/views/page.ts";
import type { SiteView } from "../../src/core/views/site-view.ts";
import { instantWords } from "../../src/core/words/instant-words.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { at, incident, incidentRow, postmortem, runbook, title } from "./fake-views.ts";

/** A facts folder of invented views, for tests of how pages are drawn: no content is read, nothing is measured. */
export function writeFakeFacts(
  folder: string,
  { base = "/", each = 1 }: { base?: string; each?: number } = {},
) {
  return writeFacts(folder, fakeSite(base), fakePages(base, each));
}

/** The frame that invented pages stand in. */
export function fakeSite(base: string): SiteView {
  return {
    name: "Fake & Sons",
    description: "An invented site",
    base,
    language: "en",
    internal: true,
    audience: "internal",
    asOf: instantWords("2026-03-14T14:05:00Z", "Europe/Berlin", "day"),
    navigation: [{ title: "Incidents", section: "incidents", url: `${base}incidents/` }],
  };
}

function* fakePages(base: string, each: number): Generator<Page> {
  yield { path: "/404.html", template: "not-found", title: "Page not found", view: {} };
  yield { path: "/search/", template: "search", title: "Search", view: {} };
  yield {
    path: "/incidents/old/",
    template: "redirect",
    title: "Moved",
    view: { url: `${base}incidents/incident-0/` },
  };
  yield {
    path: "/",
    template: "home",
    title: "Fake & Sons",
    view: {
      asOf: at("2026-03-14T14:05:00Z"),
      open: [],
      overdue: [],
      dueSoon: [],
      lessons: [],
      services: [],
      recent: [incidentRow(base, 0)],
    },
  };
  for (let number = 0; number < each; number++) {
    yield {
      path: `/incidents/incident-${number}/`,
      template: "incident",
      title: title(number),
      view: incident(base, number),
    };
    yield {
      path: `/postmortems/postmortem-${number}/`,
      template: "postmortem",
      title: title(number),
      view: postmortem(base, number),
    };
    yield {
      path: `/runbooks/runbook-${number}/`,
      template: "runbook",
      title: title(number),
      view: runbook(base, number),
    };
  }
}
