import type { HistoryMonth } from "../../core/views/status/history-months.ts";
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
  { facts }: StatusHistoryView,
  words: StatusWords,
): Markup {
  const { base, url, zone, asOf } = facts;
  return html`<section><h2>${monthWords(month, words)}</h2>${
    incidents.length + windows.length === 0
      ? html`<p class="q">${words.quiet}</p>`
      : html`<ul class="l">${incidents.map(
          ({ code, title, url: address, worst, started, resolved, postmortem }) =>
            html`<li id="${code}"><a href="${base + address.slice(url.length)}" dir="auto">${title}</a><b class="s ${LEVEL_CLASS[worst]}">${words.component[worst === "none" ? "operational" : worst]}</b><span class="q">${instantMarkup(started, zone, words)} · ${lengthBetween(started, resolved ?? asOf, words)}${resolved === undefined && ` ${words.soFar}`}${postmortem !== undefined && html` · <a href="${base + postmortem.url.slice(url.length)}">${words.postmortem}</a>`}</span></li>
`,
        )}${windows.map(
          ({ code, title, from, to }) =>
            html`<li id="${code}"><span class="l1" dir="auto">${title}</span><b class="s b">${words.maintenance}</b><span class="q">${instantMarkup(from, zone, words)} · ${lengthBetween(from, to, words)}</span></li>
`,
        )}</ul>`
  }</section>`;
}
