import { en } from "../locales/en.ts";
import { type Findings, type Found, searchIndex } from "./search-index.ts";

/** Puts a search box into a place: a field, filters by kind, results; arrow keys choose, Enter opens. */
export function mountSearch(place: HTMLElement, words: string): HTMLInputElement {
  const panel = element("div", "search-panel");
  const input = element("input", "search-field");
  Object.assign(input, {
    type: "text",
    enterKeyHint: "search",
    placeholder: en.search.label,
    value: words,
    autocomplete: "off",
    spellcheck: false,
  });
  const listId = `search-results-${document.querySelectorAll(".search-panel").length}`;
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": en.search.label,
    "aria-expanded": "true",
    "aria-controls": listId,
    "aria-autocomplete": "list",
  }))
    input.setAttribute(name, value);
  const kinds = element("div", "search-kinds");
  kinds.setAttribute("role", "group");
  kinds.setAttribute("aria-label", en.search.kinds);
  const status = element("p", "search-status");
  status.setAttribute("role", "status");
  const list = element("ul", "search-results");
  list.id = listId;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", en.search.results);
  panel.append(input, kinds, status, list);
  place.replaceChildren(panel);

  let kind: string | undefined;
  const search = async () => {
    const asked = input.value.trim();
    if (asked === "") return show(undefined, "");
    status.textContent ||= en.search.waiting;
    try {
      const findings = await searchIndex(asked, kind);
      if (findings) show(findings, asked);
    } catch {
      status.textContent = en.search.missing;
    }
  };
  const show = (findings: Findings | undefined, asked: string) => {
    status.textContent = statusOf(findings, asked);
    list.replaceChildren(
      ...(findings?.found ?? []).map((found, index) => resultItem(found, `${listId}-${index}`)),
    );
    kinds.replaceChildren(...kindButtons(findings, kind, choose));
    select(input, list, 0);
  };
  const choose = (chosen: string | undefined) => {
    kind = chosen;
    input.focus();
    void search();
  };
  input.addEventListener("input", () => void search());
  input.addEventListener("keydown", (event) => onKey(event, input, list));
  show(undefined, "");
  if (words !== "") void search();
  return input;
}

function statusOf(findings: Findings | undefined, asked: string): string {
  if (!findings) return en.search.start;
  if (findings.count === 0) return `${en.search.none} “${asked}”.`;
  const hidden = findings.count - findings.found.length;
  return hidden > 0 ? `${hidden} ${en.search.more}` : "";
}

function resultItem(found: Found, id: string): HTMLLIElement {
  const item = element("li", "search-result");
  item.id = id;
  item.setAttribute("role", "option");
  const link = element("a", "search-link");
  link.href = found.url;
  link.tabIndex = -1;
  const head = element("span", "search-title");
  head.textContent = found.title;
  const kind = element("span", "tag");
  kind.textContent = found.kind;
  const excerpt = element("span", "search-excerpt");
  excerpt.append(...markedText(found.excerpt));
  link.append(head, kind, excerpt);
  item.append(link);
  return item;
}

/** The excerpt's text with its marks and nothing else of its markup. */
function markedText(html: string): Node[] {
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  return [...parsed.childNodes].map((node) => {
    if (node.nodeName !== "MARK") return document.createTextNode(node.textContent ?? "");
    const mark = document.createElement("mark");
    mark.textContent = node.textContent;
    return mark;
  });
}

function kindButtons(
  findings: Findings | undefined,
  chosen: string | undefined,
  choose: (kind: string | undefined) => void,
): HTMLButtonElement[] {
  const present = Object.entries(findings?.kinds ?? {}).filter(
    ([kind, count]) => count > 0 || kind === chosen,
  );
  if (present.length < 2 && !chosen) return [];
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

function onKey(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const items = [...list.children];
  const current = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(input, list, (current + step + items.length) % Math.max(1, items.length));
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    items[current]?.querySelector("a")?.click();
  }
}

function select(input: HTMLInputElement, list: HTMLElement, chosen: number): void {
  for (const [index, item] of [...list.children].entries()) {
    item.setAttribute("aria-selected", String(index === chosen));
    if (index !== chosen) continue;
    input.setAttribute("aria-activedescendant", item.id);
    item.scrollIntoView({ block: "nearest" });
  }
  if (list.children.length === 0) input.removeAttribute("aria-activedescendant");
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
