import type { StatusPageView } from "../../core/views/status/status-pages.ts";
import { statusWords } from "../locales/status-words.ts";
import { html, Markup, type Piece } from "./markup.ts";
import type { StateClass } from "./state-classes.ts";
import { STATUS_ICONS } from "./status-icons.ts";
import { statusPolicy } from "./status-policy.ts";
import { statusScript } from "./status-script.ts";
import { statusStyle } from "./status-style.ts";
import { instantMarkup, placeOf } from "./status-times.ts";
import { STATUS_WORKER } from "./status-worker.ts";

/** What stands in the frame of a status page. */
export interface StatusDocument {
  readonly title: string;
  /** Where its main link leads, and the word for it. */
  readonly other: { readonly url: string; readonly word: string };
  readonly icon: StateClass;
  readonly body: Piece;
  readonly footer?: Piece;
}

/** A whole status page: its style and script stand in it by hash, and it asks nobody for anything. */
export function statusDocument(view: StatusPageView, document: StatusDocument): string {
  const { facts, locale, languages } = view;
  const words = statusWords(locale);
  const { base } = facts;
  const dated = !("over" in view && view.over);
  const page = html`<!DOCTYPE html>
<html lang="${locale}" dir="${words.direction}" data-f="${words.format}"${dated && html` data-at="${Date.parse(facts.asOf)}" data-old="${facts.staleAfter}"`} data-k="${base}${STATUS_WORKER}"><head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(statusPolicy)}">
<meta name="viewport" content="width=device-width">
<title>${document.title} · ${facts.name}</title>
<link rel="alternate" type="application/atom+xml" href="${base}history.atom">
<link rel="alternate" type="application/rss+xml" href="${base}history.rss">
<link rel="alternate" type="application/feed+json" href="${base}history.json">
<meta property="og:image" content="${facts.url}status/card.png">
<link rel="icon" href="${STATUS_ICONS[document.icon]}">
<style>${new Markup(statusStyle)}</style></head>
<body data-template="${"years" in view ? "status-history" : "status"}">
<header><a href="${view.statusUrl}"><bdi>${facts.name}</bdi> <span class="q">${words.title}</span></a><nav aria-label="${words.title}"><a href="${document.other.url}">${document.other.word}</a><a href="${base}history.atom">${words.subscribe}</a></nav></header>
<main>
<p id="old" class="needs-script" role="status" hidden>${words.stale}</p>
${document.body}
</main>
<footer>
${document.footer}
${languages.length > 1 && html`<nav aria-label="${words.languages}">${languages.map((each) => languageLink(each))}</nav>`}
<nav aria-label="${words.machines}"><a href="${base}history.atom">Atom</a><a href="${base}history.rss">RSS</a><a href="${base}history.json">JSON Feed</a><a href="${base}maintenance.ics">${words.calendar}</a><a href="${base}api/v2/summary.json">API</a>${facts.supportUrl !== undefined && html`<a href="${facts.supportUrl}">${words.help}</a>`}</nav>
<p class="q">${dated && html`${words.asOf} ${instantMarkup(facts.asOf, facts.zone, words)}. `}${words.zone(placeOf(facts.zone))}</p>
</footer>
<script>${new Markup(statusScript)}</script>
</body></html>
`;
  return page.text;
}

function languageLink({ name, url, current }: StatusPageView["languages"][number]) {
  const { language, direction } = statusWords(name);
  return current
    ? html`<span aria-current="page">${language}</span>`
    : html`<a href="${url}" lang="${name}" dir="${direction}">${language}</a>`;
}
