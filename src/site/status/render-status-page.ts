import type { Overall } from "../../core/status/roll-up.ts";
import type { StatusFacts } from "../../core/views/status/status-facts.ts";
import type { StatusPageView } from "../../core/views/status/status-pages.ts";
import { type StatusWords, statusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { COMPONENT_CLASS, INDICATOR_CLASS } from "./state-classes.ts";
import { componentsMarkup, isShown } from "./status-components.ts";
import { statusDocument } from "./status-document.ts";
import { openIncidentsMarkup, recentMarkup } from "./status-incidents.ts";
import { instantMarkup } from "./status-times.ts";
import { hasWorkNow, windowsMarkup } from "./status-windows.ts";

/** How many components are named in the first lines. */
const NAMED = 3;

/** The status page as HTML, whole; the full build and the fast lane draw it by this. */
export function renderStatusPage(view: StatusPageView): string {
  const { facts } = view;
  const words = statusWords(view.locale);
  const overall = words.overall[facts.overall.description];
  const windows = windowsMarkup(facts, words);
  const now = hasWorkNow(facts);
  return statusDocument(view, {
    title: overall,
    other: { url: view.historyUrl, word: words.history },
    icon: INDICATOR_CLASS[facts.overall.indicator],
    body: html`${heads(facts, words)}
${openIncidentsMarkup(facts, words)}
${now && windows}
${componentsMarkup(facts, words)}
${!now && windows}
${recentMarkup(facts, words)}`,
    footer: html`<details id="how"><summary>${words.how}</summary><p class="q">${words.formula(words.weighting[facts.weighting])}</p></details>`,
  });
}

/** The overall state; where planned work would change it, both sentences stand ready for the script. */
function heads(facts: StatusFacts, words: StatusWords): Markup {
  const { overall, withoutMaintenance } = facts;
  const changes =
    withoutMaintenance.indicator === "none" &&
    facts.groups.some(({ components }) => components.some(({ windows }) => windows.length > 0));
  if (!changes) return head(overall, facts, words);
  const maintenance: Overall = { indicator: "maintenance", description: "Service Under Maintenance" };
  return html`${head(withoutMaintenance, facts, words, 0)}${head(maintenance, facts, words, 1)}`;
}

function head(overall: Overall, facts: StatusFacts, words: StatusWords, turn?: 0 | 1): Markup {
  const hidden = turn !== undefined && overall.indicator !== facts.overall.indicator;
  return html`<div class="h ${INDICATOR_CLASS[overall.indicator]}"${turn !== undefined && html` data-h="${turn}"`}${hidden && html` hidden`}><h1>${words.overall[overall.description]}</h1>${overall.indicator === "none" ? "" : html`<p>${troubled(facts, words)}</p>`}<p class="q">${words.asOf} ${instantMarkup(facts.asOf, facts.zone, words)}</p></div>`;
}

/** Which components do not work as usual, or how many do. */
function troubled({ groups }: StatusFacts, words: StatusWords): Markup {
  const shown = groups.flatMap(({ components }) => components).filter(isShown);
  const hurt = shown.filter(({ state }) => state !== "operational");
  const count = words.works(shown.length - hurt.length, shown.length);
  if (hurt.length > NAMED || hurt.length === 0) return html`${count}`;
  return html`${hurt.map(({ name, state }) => html`<bdi>${name}</bdi> <b class="s ${COMPONENT_CLASS[state]}">${words.component[state]}</b> · `)}${count}`;
}
