import type { HistoryMonth } from "../../core/views/status/history-months.ts";
import type { StatusIncident, StatusWindow } from "../../core/views/status/status-facts.ts";
import type { StatusHistoryView } from "../../core/views/status/status-pages.ts";
import { type StatusWords, statusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { LEVEL_CLASS } from "./state-classes.ts";
import { statusDocument } from "./status-document.ts";
import { instantMarkup, lengthBetween, monthWords } from "./status-times.ts";

/** A page of the history as HTML: what happened, month by month. */
export function renderStatusHistory(view: StatusHistoryView): string {
  const words = statusWords(view.locale);
  const { years, months } = view;
  return statusDocument(view, {
    title: words.history,
    other: { url: view.statusUrl, word: words.back },
    icon: "g",
    body: html`<h1>${words.history}</h1>
${years.length > 1 && html`<nav class="x" aria-label="${words.years}">${years.map(({ name, url, current }) => (current ? html`<b aria-current="page">${name}</b>` : html`<a href="${url}">${name}</a>`))}</nav>`}
${months.map((month) => monthMarkup(month, view, words))}`,
  });
}

function monthMarkup(
  { month, incidents, windows }: HistoryMonth,
  view: StatusHistoryView,
  words: StatusWords,
): Markup {
  const rows = [
    ...incidents.map((each) => ({ at: each.started, row: incidentRow(each, view, words) })),
    ...windows.map((each) => ({ at: each.from, row: windowRow(each, view, words) })),
  ].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return html`<section><h2>${monthWords(month, words)}</h2>${
    rows.length === 0
      ? html`<p class="q">${words.quiet}</p>`
      : html`<ul class="l">${rows.map(({ row }) => row)}</ul>`
  }</section>`;
}

function incidentRow(incident: StatusIncident, { facts }: StatusHistoryView, words: StatusWords): Markup {
  const { base, url, zone, asOf } = facts;
  const { code, title, worst, started, resolved, postmortem } = incident;
  const address = (of: string) => base + of.slice(url.length);
  return html`<li id="${code}"><a href="${address(incident.url)}"><bdi>${title}</bdi></a><b class="s ${LEVEL_CLASS[worst]}">${words.component[worst === "none" ? "operational" : worst]}</b><span class="q">${instantMarkup(started, zone, words)} · ${lengthBetween(started, resolved ?? asOf, words)}${resolved === undefined && ` ${words.soFar}`}${postmortem !== undefined && html` · <a href="${address(postmortem.url)}">${words.postmortem}</a>`}</span></li>
`;
}

function windowRow(
  { code, title, from, to }: StatusWindow,
  { facts }: StatusHistoryView,
  words: StatusWords,
): Markup {
  return html`<li id="${code}"><span><bdi>${title}</bdi></span><b class="s b">${words.maintenance}</b><span class="q">${instantMarkup(from, facts.zone, words)} · ${lengthBetween(from, to, words)}</span></li>
`;
}
