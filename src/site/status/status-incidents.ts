import type { StatusFacts, StatusIncident, StatusUpdate } from "../../core/views/status/status-facts.ts";
import type { StatusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { COMPONENT_CLASS, LEVEL_CLASS } from "./state-classes.ts";
import { instantMarkup, lengthBetween } from "./status-times.ts";

/** How many updates of an open incident stand on the page; its own page has them all. */
const SHOWN_UPDATES = 3;

/** The open incidents, each with whom it concerns, what helps meanwhile, when more is said, and what was said. */
export function openIncidentsMarkup(facts: StatusFacts, words: StatusWords): Markup | undefined {
  if (facts.open.length === 0) return undefined;
  return html`<section><h2>${words.incidents}</h2>${facts.open.map((incident) => openIncident(incident, facts, words))}</section>`;
}

function openIncident(incident: StatusIncident, facts: StatusFacts, words: StatusWords): Markup {
  const { zone, asOf, base, url } = facts;
  const hurt = incident.affected.filter(({ level }) => level !== "none");
  const worst =
    hurt
      .map(({ level }) => LEVEL_CLASS[level])
      .sort()
      .at(-1) ?? "g";
  const more = incident.updates.length > SHOWN_UPDATES;
  const link = base + incident.url.slice(url.length);
  const when = (instant: string) => instantMarkup(instant, zone, words);
  return html`<article class="n ${worst}"><h3><a href="${link}"><bdi>${incident.title}</bdi></a></h3><p><b>${words.update[incident.status]}</b> · ${words.since} ${when(incident.started)} (${lengthBetween(incident.started, asOf, words)})</p><dl>${hurt.length > 0 && html`<dt>${words.affected}</dt><dd>${hurt.map(({ name, level }) => html`<bdi>${name}</bdi> <b class="s ${LEVEL_CLASS[level]}">${words.component[level === "none" ? "operational" : level]}</b><br>`)}</dd>`}
<dt>${words.concerns}</dt><dd>${concerns(incident, words)}</dd>
${incident.workaround !== undefined && html`<dt>${words.workaround}</dt><dd><bdi>${incident.workaround}</bdi></dd>`}
${incident.nextUpdate !== undefined && html`<dt>${words.nextUpdate}</dt><dd>${when(incident.nextUpdate)}</dd>`}</dl>${updatesMarkup(incident.updates.slice(0, SHOWN_UPDATES), zone, words)}${more && html`<p><a href="${link}">${words.allUpdates}</a></p>`}</article>`;
}

/** Which regions and plans are hurt. */
function concerns({ regions, plans }: StatusIncident, words: StatusWords): string {
  const parts = [
    ...(regions.length > 0 ? [`${words.regions}: ${regions.join(", ")}`] : []),
    ...(plans.length > 0 ? [`${words.plans}: ${plans.join(", ")}`] : []),
  ];
  return parts.length > 0 ? parts.join(" · ") : words.everybody;
}

/** Updates, newest first, each with its state, its time and its words. */
export function updatesMarkup(updates: readonly StatusUpdate[], zone: string, words: StatusWords): Markup {
  return html`<ol class="e">${updates.map(
    ({ status, at, text }) =>
      html`<li><b>${words.update[status]}</b>${instantMarkup(at, zone, words)}<p dir="auto">${text}</p></li>`,
  )}</ol>`;
}

/** What was resolved in the last days, a line each. */
export function recentMarkup(facts: StatusFacts, words: StatusWords): Markup {
  const { past, base, url, zone } = facts;
  return html`<section><h2>${words.recent}</h2>${
    past.length === 0
      ? html`<p class="q">${words.noRecent}</p>`
      : html`<ul class="l">${past.map(
          (incident) =>
            html`<li><a href="${base + incident.url.slice(url.length)}"><bdi>${incident.title}</bdi></a><span class="q">${instantMarkup(incident.started, zone, words)}</span><b class="s ${COMPONENT_CLASS.operational}">${words.resolvedAfter} ${lengthBetween(incident.started, incident.resolved!, words)}</b></li>`,
        )}</ul>`
  }</section>`;
}
