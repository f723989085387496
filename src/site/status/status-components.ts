import type { DayBar, DayKind } from "../../core/status/day-bars.ts";
import type { StatusComponent, StatusFacts } from "../../core/views/status/status-facts.ts";
import type { StatusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { COMPONENT_CLASS, DAY_CLASS } from "./state-classes.ts";
import { barWords, dayWords, minutesWords, percentWords } from "./status-times.ts";

/** The components in their groups, each with its state, its days and its availability; a row opens to its days in words. */
export function componentsMarkup(facts: StatusFacts, words: StatusWords): Markup {
  const groups = facts.groups
    .map((group) => ({ ...group, components: group.components.filter(isShown) }))
    .filter(({ components }) => components.length > 0);
  if (groups.length === 0) return html`<p class="q">${words.noComponents}</p>`;
  const named = groups.some(({ name }) => name !== undefined);
  const today = groups[0]!.components[0]!.days.at(-1)!;
  return html`<section><h2>${words.components}</h2><div class="f" data-day="${today.date}" data-fine="${minutesWords(0, words)}"><div class="w q"><span><span>${words.daysAgo}</span><span>${words.today}</span></span><a class="v" href="#how">${facts.weighting}</a></div>${groups.map(
    ({ name, components }) =>
      html`${named && html`<h3><bdi>${name ?? words.others}</bdi></h3>`}${components.map((component) => row(component, words))}`,
  )}</div>${legend(
    groups.flatMap(({ components }) => components),
    words,
  )}</section>`;
}

/** Whether a component stands on the page: some do only while something is wrong with them. */
export function isShown({ onlyShowIfDegraded, state }: StatusComponent): boolean {
  return !onlyShowIfDegraded || state !== "operational";
}

function row(component: StatusComponent, words: StatusWords): Markup {
  const { name, state, withoutMaintenance, days, availability, description } = component;
  // Planned work shows where nothing worse does.
  const planned = withoutMaintenance === "operational" && component.windows.length > 0;
  const on = planned && state === "under_maintenance";
  return html`<details><summary${planned && html` data-w="${component.windows.join(" ")}"`}${on && html` class="on"`}><strong><bdi>${name}</bdi></strong>${stateMarkup(planned ? withoutMaintenance : state, words)}${
    planned && html`<b class="s b j">${words.component.under_maintenance}</b>`
  }<span class="k" aria-hidden="true">${days.map((day) => bar(day, words))}</span><span class="v">${availability === undefined ? "–" : percentWords(availability, words)}</span></summary><div>${description !== undefined && html`<p><bdi>${description}</bdi></p>`}<ul class="z">${dayLines(days, words)}</ul></div></details>`;
}

function stateMarkup(state: StatusComponent["state"], words: StatusWords): Markup {
  return html`<b class="s ${COMPONENT_CLASS[state]}">${words.component[state]}</b>`;
}

/** A fine day says nothing here: its line below the row does, and a script adds the day for whoever points at it. */
function bar(day: DayBar, words: StatusWords): Markup {
  if (day.kind === "fine") return html`<i></i>`;
  return html`<i class="${DAY_CLASS[day.kind]}" title="${dayWords(day.date, words)}: ${barWords(day, words)}"></i>`;
}

/** Each day with trouble has a line, newest first; all fine days share one, and so do days of which nothing is known. */
function dayLines(days: readonly DayBar[], words: StatusWords): Markup[] {
  const of = (...kinds: DayKind[]) => days.filter(({ kind }) => kinds.includes(kind));
  const [fine, unknown] = [of("fine"), of("no-data")];
  const told = days.filter((day) => !fine.includes(day) && !unknown.includes(day)).reverse();
  const line = (name: string, day: DayBar) => html`<li>${name}: ${barWords(day, words)}</li>`;
  return [
    ...told.map((day) => line(dayWords(day.date, words), day)),
    ...fine.slice(0, 1).map((day) => line(told.length > 0 ? words.otherDays : spanWords(fine, words), day)),
    ...unknown.slice(0, 1).map((day) => line(spanWords(unknown, words), day)),
  ];
}

function spanWords(days: readonly DayBar[], words: StatusWords): string {
  const [first, last] = [dayWords(days[0]!.date, words), dayWords(days.at(-1)!.date, words)];
  return first === last ? first : `${first} – ${last}`;
}

/** What the heights and forms of the bars mean, of those that are there. */
function legend(components: readonly StatusComponent[], words: StatusWords): Markup {
  const seen = new Set(components.flatMap(({ days }) => days.map(({ kind }) => kind)));
  const kinds = (Object.keys(DAY_CLASS) as DayKind[]).filter((kind) => seen.has(kind));
  return html`<div class="x q">${kinds.map((kind) => html`<span><i${DAY_CLASS[kind] !== "" && html` class="${DAY_CLASS[kind]}"`}></i>${words.day[kind]}</span>`)}</div>`;
}
