import type { Piece } from "../../core/search/marked-words.ts";
import { en } from "../locales/en.ts";
import type { Findings, Found } from "./search-index.ts";
import type { RecentPage } from "./search-recent.ts";

/** A page that was found, as a line of the list: title and kind, then where it matched. */
export function foundItem({ url, titlePieces, title, kind, passage }: Found, id: string): HTMLLIElement {
  const excerpt = element("span", "search-excerpt");
  if (passage.heading) {
    const heading = element("span", "search-heading");
    heading.textContent = passage.heading.text;
    excerpt.append(heading, " ");
  }
  excerpt.append(...nodesOf(passage.pieces));
  return item(id, { url, title, kind }, nodesOf(titlePieces), excerpt);
}

/** A page that was opened lately, as a line of the list. */
export function recentItem(page: RecentPage, id: string): HTMLLIElement {
  return item(id, page, [page.title]);
}

/** Buttons for the kinds that were found, with how many there are of each. */
export function kindButtons(
  findings: Findings | undefined,
  chosen: string | undefined,
  choose: (kind: string | undefined) => void,
): HTMLButtonElement[] {
  const kinds = { ...(chosen === undefined ? {} : { [chosen]: 0 }), ...findings?.kinds };
  const present = Object.entries(kinds).sort(([a], [b]) => (a < b ? -1 : 1));
  if (present.length < 2 && chosen === undefined) return [];
  const rows: [string | undefined, string][] = [
    [undefined, en.search.all],
    ...present.map(([kind, count]): [string, string] => [kind, `${kind} ${count}`]),
  ];
  return rows.map(([kind, word]) => {
    const button = element("button", "search-kind");
    button.type = "button";
    button.textContent = word;
    button.setAttribute("aria-pressed", String(kind === chosen));
    button.addEventListener("click", () => choose(kind));
    return button;
  });
}

/** An element with a class. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}

function item(id: string, page: RecentPage, title: readonly (Node | string)[], more?: Node): HTMLLIElement {
  const made = element("li", "search-result");
  made.id = id;
  made.setAttribute("role", "option");
  const link = element("a", "search-link");
  link.href = page.url;
  link.tabIndex = -1;
  Object.assign(link.dataset, { title: page.title, kind: page.kind });
  const head = element("span", "search-title");
  head.append(...title);
  const kind = element("span", "tag");
  kind.textContent = page.kind;
  link.append(head, kind, ...(more ? [more] : []));
  made.append(link);
  return made;
}

function nodesOf(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, matched }) => {
    if (!matched) return text;
    const mark = document.createElement("mark");
    mark.textContent = text;
    return mark;
  });
}
