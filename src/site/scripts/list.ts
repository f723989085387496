import { en } from "../locales/en.ts";
import { facetMenus } from "./facet-menus.ts";
import { addressOfChoice, type Choice, readChoice } from "./list-address.ts";
import { downloadTable } from "./list-csv.ts";
import { filterOf } from "./list-filter.ts";
import { sortedTable } from "./list-sort.ts";

const list = document.querySelector<HTMLElement>("[data-list]");
const facets = list?.querySelector<HTMLElement>("[data-facets]");
if (list && facets) bindList(list, facets);

/** A list whose filters and order live in the address. */
function bindList(list: HTMLElement, facets: HTMLElement): void {
  const names = (facets.dataset.facets ?? "").split(" ").filter(Boolean);
  const table = list.querySelector<HTMLTableElement>("table[data-rows]");
  const find = <Found extends HTMLElement>(what: string) => list.querySelector<Found>(`[data-${what}]`);
  const filter = filterOf(list, names);
  const sorted = table && sortedTable(table);
  const total = list.querySelectorAll("[data-facts]").length;
  let choice: Choice = readChoice(location.search, names);
  const show = () => {
    const { shown, counts, groups } = filter(choice);
    showMenus(choice, counts);
    countGroups(groups, sorted?.sort(choice.sort) ?? true);
    const narrowed = [...choice.values.values()].some(({ size }) => size > 0);
    find("result")!.textContent =
      `${narrowed ? `${shown} ${en.facets.of} ` : ""}${total} ${facets.dataset.unit}`;
    find("clear")!.hidden = !narrowed;
    const nothing = find("nothing");
    if (nothing) nothing.hidden = shown > 0;
  };
  const change = (next: Choice) => {
    choice = next;
    history.pushState(null, "", addressOfChoice(choice));
    show();
  };
  const showMenus = facetMenus(facets, (name, value) => {
    const chosen = new Set(choice.values.get(name));
    if (!chosen.delete(value)) chosen.add(value);
    change({ ...choice, values: new Map([...choice.values, [name, chosen]]) });
  });
  for (const { name, button } of sorted?.columns ?? [])
    button.addEventListener("click", () => {
      const { values, sort } = choice;
      const next = sorted?.next(name, sort);
      change({ values, ...(next === undefined ? {} : { sort: next }) });
    });
  find("clear")!.addEventListener("click", () => {
    const { sort } = choice;
    change({
      values: new Map(names.map((name) => [name, new Set()])),
      ...(sort === undefined ? {} : { sort }),
    });
    facets.querySelector("summary")?.focus();
  });
  find("csv")?.addEventListener("click", (event) => {
    if (!table) return;
    event.preventDefault();
    downloadTable(table, facets.dataset.file ?? "list");
  });
  addEventListener("popstate", () => {
    choice = readChoice(location.search, names);
    show();
  });
  show();
}

/** A group shows how many of its rows are left, and goes with the last of them, or when they are sorted without it. */
function countGroups(groups: ReadonlyMap<Element, number>, grouped: boolean): void {
  for (const [group, left] of groups) {
    const head = group.querySelector<HTMLElement>(".row-group");
    const count = head?.querySelector("[data-count]");
    if (!head || !count) continue;
    head.hidden = left === 0 || !grouped;
    count.textContent = String(left);
  }
}
