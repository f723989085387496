import type { StatusFacts, StatusWindow } from "../../core/views/status/status-facts.ts";
import type { StatusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { instantMarkup } from "./status-times.ts";

/** Planned work that goes on or comes; a script moves its state at its time, where the clock alone decides. */
export function windowsMarkup(facts: StatusFacts, words: StatusWords): Markup | undefined {
  if (facts.planned.length === 0) return undefined;
  return html`<section><h2>${words.planned}</h2>${facts.planned.map((window) => windowMarkup(window, facts.zone, words))}</section>`;
}

/** Whether planned work is going on as of the page. */
export function hasWorkNow({ planned }: StatusFacts): boolean {
  return planned.some(({ state }) => state === "in_progress" || state === "verifying");
}

function windowMarkup(window: StatusWindow, zone: string, words: StatusWords): Markup {
  const { code, title, state, affected, updates, overrun } = window;
  const lasts = state === "in_progress" || state === "verifying";
  const clock = window.byClock && state !== "cancelled";
  const said = updates.find(({ text }) => text !== title);
  return html`<article class="n${lasts && " b"}" id="${code}"${clock && html` data-from="${Date.parse(window.from)}" data-to="${Date.parse(window.to)}"`}${lasts && !clock && html` data-on`}><h3><bdi>${title}</bdi></h3><p><b class="${clock && "n0"}">${state === "cancelled" ? words.cancelled : words.update[state]}</b>${clock && html`<b class="np needs-script">${words.update.in_progress}</b><b class="nc needs-script">${words.update.completed}</b>`} · ${instantMarkup(window.scheduledFrom, zone, words)} – ${instantMarkup(window.scheduledTo, zone, words)}</p>${overrun && html`<p class="s d">${words.overrun}</p>`}<dl><dt>${words.expected}</dt><dd>${affected.map(({ name, level }) => html`<bdi>${name}</bdi>: ${words.level[level]}<br>`)}</dd></dl>${said !== undefined && html`<p dir="auto">${said.text}</p>`}</article>`;
}
