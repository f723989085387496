import type { IncidentView } from "../../src/core/views/incident-view.ts";
import type { Page } from "../../src/core/views/page.ts";
import { instantWords } from "../../src/core/words/instant-words.ts";

/** A brief with characters that HTML means something by, and with its line breaks. */
export const BRIEF = "SEV2 · Open: Orders <b> & payments\n\nState\n- started: 14:00 UTC";

const at = (instant: string) => instantWords(instant, "Europe/Berlin");

/** Two invented open incidents whose next update is due at 14:30: one on a live site, one on a site whose present is pinned to 14:05. */
export function* fakeOpenIncidentPages(base: string): Generator<Page> {
  yield { path: "/", template: "not-found", title: "Front page", view: {} };
  yield page("live", view(base, {}));
  yield page("pinned", view(base, { pinned: "2026-03-14T14:05:00Z" }));
}

function page(id: string, shown: IncidentView): Page {
  return { path: `/incidents/${id}/`, template: "incident", title: shown.row.title, view: shown };
}

function view(base: string, pin: { readonly pinned?: string }): IncidentView {
  const checkout = { id: "checkout", title: "Checkout", url: base };
  return {
    asOf: at("2026-03-14T14:05:00Z"),
    row: {
      id: "live",
      title: "Orders & payments are slow",
      url: base,
      severity: { id: "SEV2", weight: 2, name: "Major", url: base },
      state: { id: "open", word: "Open", shape: "●" },
      nearMiss: false,
      services: [checkout],
      began: at("2026-03-14T14:00:00Z"),
      duration: "5 min so far",
    },
    lanes: [],
    nextUpdate: { at: at("2026-03-14T14:30:00Z"), words: "in 25 min", late: false, ...pin },
    commander: {
      roles: [
        { role: "Incident commander", people: ["@ada"] },
        { role: "Scribe", people: [] },
      ],
      runbooks: [],
      calls: [
        {
          team: { id: "payments", title: "Payments" },
          onCall: [],
          levels: [
            { name: "Primary", contacts: ["@ada"], channels: ["page"], until: at("2026-03-16T09:00:00Z") },
          ],
          next: { from: at("2026-03-16T09:00:00Z"), people: [{ id: "grace", title: "@grace" }] },
        },
      ],
      beside: [],
      more: 0,
      brief: BRIEF,
    },
    milestones: [],
    impact: [],
    figures: [],
    costs: [],
    roles: [],
    terms: [],
    factors: [],
    bodyHtml: "<p>We are in the middle of it.</p>",
    telling: { updates: [], marks: [] },
    hypotheses: [
      { text: "The pool is dry", state: { id: "open-question", word: "Open", shape: "○" }, by: "@ada" },
    ],
    runbooks: [],
    related: [],
    postmortems: [],
    actionItems: [],
    unmetPermissions: [],
  };
}
