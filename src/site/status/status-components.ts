import type { DayBar, DayKind } from "../../core/status/day-bars.ts";
import type { StatusComponent, StatusFacts } from "../../core/views/status/status-facts.ts";
import type { StatusWords } from "../locales/status-words.ts";
import { html, type Markup } from "./markup.ts";
import { COMPONENT_CLASS, DAY_CLASS } from "./state-classes.ts";
import { barWords, dayWords, percentWords } from "./status-times.ts";

/** The components in their groups, each with its state, its days and its availability; a row opens to its days in words. */
export function componentsMarkup(facts: StatusFacts, words: StatusWords): Markup {
  const groups = facts.groups
    .map((group) => ({ ...group, components: group.components.filter(isShown) }))
    .filter(({ components }) => components.length > 0);
  if (groups.length === 0) return html`<p class="q">${words.noComponents}</p>`;
  const named = groups.some(({ name }) => name !== undefined);
  return html`<section><h2>${words.components}</h2><div class="f">
<div class="w q"><span><span>${words.daysAgo}</span><span>${words.today}</span></span><a class="v" href="#how">${facts.weighting}</a></div>
${groups.map(
  ({
    name,
    components,
  }) => html`${named && html`<h3><bdi>${name ?? words.others}</bdi></h3>`}${components.map((component) => row(component, words))}
`,
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
  }<span class="k" aria-hidden="true">${days.map((day) => bar(day, words))}</span><span class="v">${availability === undefined ? "–" : percentWords(availability, words)}</span></summary><div>${description !== undefined && html`<p dir="auto">${description}</p>`}<ul class="z">${runs(days).map((run) => runMarkup(run, words))}</ul></div></details>
`;
}

function stateMarkup(state: StatusComponent["state"], words: StatusWords): Markup {
  return html`<b class="s ${COMPONENT_CLASS[state]}">${words.component[state]}</b>`;
}

function bar(day: DayBar, words: StatusWords): Markup {
  const kind = DAY_CLASS[day.kind];
  return html`<i${kind !== "" && html` class="${kind}"`} title="${dayWords(day.date, words)}: ${barWords(day, words)}"></i>`;
}

/** Days after one another that were alike without trouble are told in one line; each other day has its own. */
function runs(days: readonly DayBar[]): DayBar[][] {
  const lines: DayBar[][] = [];
  for (const day of days) {
    const last = lines.at(-1);
    if (last?.[0]?.kind === day.kind && (day.kind === "fine" || day.kind === "no-data")) last.push(day);
    else lines.push([day]);
  }
  return lines.reverse();
}

function runMarkup(run: readonly DayBar[], words: StatusWords): Markup {
  const [first, last] = [run[0]!, run.at(-1)!];
  const days =
    first === last
      ? dayWords(first.date, words)
      : `${dayWords(first.date, words)} – ${dayWords(last.date, words)}`;
  return html`<li>${days}: ${barWords(first, words)}</li>`;
}

/** What the heights and forms of the bars mean, of those that are there. */
function legend(components: readonly StatusComponent[], words: StatusWords): Markup {
  const seen = new Set(components.flatMap(({ days }) => days.map(({ kind }) => kind)));
  const kinds = (Object.keys(DAY_CLASS) as DayKind[]).filter((kind) => seen.has(kind));
  return html`<div class="x q">${kinds.map((kind) => html`<span><i class="${DAY_CLASS[kind] || "ii"}"></i>${words.day[kind]}</span>`)}</div>`;
}
