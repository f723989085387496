import { en } from "../locales/en.ts";
import { type Findings, type Found, loadIndex, searchIndex } from "./search-index.ts";
import { recentPages, rememberPage } from "./search-recent.ts";
import { element, foundItem, kindButtons, recentItem } from "./search-results.ts";

/** How long a pause in typing ends a question, in milliseconds; a word of one or two letters is hardly ever whole. */
const PAUSE = 140;
const PAUSE_IN_WORD = 500;

/** Puts a search box into a place: a field, filters by kind, results; arrow keys choose, Enter opens. */
export function mountSearch(place: HTMLElement, words: string): HTMLInputElement {
  const panel = element("div", "search-panel");
  const listId = `search-results-${document.querySelectorAll(".search-panel").length}`;
  const input = fieldOf(listId, words);
  const kinds = element("div", "search-kinds");
  kinds.setAttribute("role", "group");
  kinds.setAttribute("aria-label", en.search.kinds);
  const status = element("p", "search-status");
  status.setAttribute("role", "status");
  const list = element("ul", "search-results");
  list.id = listId;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", en.search.results);
  const hint = element("p", "search-hint");
  hint.textContent = en.search.hint;
  panel.append(input, kinds, status, list, hint);
  place.replaceChildren(panel);

  let kind: string | undefined;
  let asking = 0;
  let shown = 0;
  let answered = Promise.resolve();
  const search = (wait: number) => {
    answered = answer(++asking, wait);
    return answered;
  };
  const answer = async (turn: number, wait: number) => {
    const asked = input.value.trim();
    if (asked === "") {
      shown = turn;
      return show(undefined, "");
    }
    try {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      if (turn !== asking) return;
      status.textContent ||= en.search.waiting;
      await loadIndex();
      if (turn !== asking) return;
      const findings = await searchIndex(asked, kind);
      // What was typed since then is still on its way; this answer is newer than the one that stands there.
      if (turn < shown) return;
      shown = turn;
      show(findings, asked);
      // Not awaited: Enter means one of the first.
      void findings.rest().then((rest) => turn === shown && showRest(rest, asked), missing);
    } catch {
      missing();
    }
  };
  const missing = () => {
    status.textContent = en.search.missing;
  };
  const show = (findings: Findings | undefined, asked: string) => {
    const recent = findings ? [] : recentPages();
    const items = findings
      ? findings.found.map((found, index) => foundItem(found, `${listId}-${index}`))
      : recent.map((page, index) => recentItem(page, `${listId}-${index}`));
    status.textContent = findings
      ? countWords(findings, asked)
      : recent.length > 0
        ? en.search.recent
        : en.search.start;
    list.replaceChildren(...items);
    kinds.replaceChildren(...kindButtons(findings, kind, choose));
    select(input, list, 0);
    delete list.dataset.answers;
  };
  const showRest = (rest: readonly Found[], asked: string) => {
    const above = list.childElementCount;
    list.append(...rest.map((found, index) => foundItem(found, `${listId}-${above + index}`)));
    list.dataset.answers = asked;
  };
  const choose = (chosen: string | undefined) => {
    kind = chosen;
    input.focus();
    void search(0);
  };
  input.addEventListener("input", (event) => {
    // What was pasted is complete.
    const whole = (event as InputEvent).inputType === "insertFromPaste";
    void search(whole ? 0 : /(?:^|\s)\S{1,2}$/.test(input.value) ? PAUSE_IN_WORD : PAUSE);
  });
  input.addEventListener("keydown", (event) => onKey(event, input, list, () => answered));
  list.addEventListener("click", (event) => {
    const { href, dataset } = (event.target as Element).closest("a") ?? {};
    if (href)
      rememberPage({ url: new URL(href).pathname, title: dataset?.title ?? "", kind: dataset?.kind ?? "" });
  });
  show(undefined, "");
  if (words !== "") void search(0);
  return input;
}

function fieldOf(listId: string, words: string): HTMLInputElement {
  const input = element("input", "search-field");
  Object.assign(input, {
    type: "text",
    enterKeyHint: "search",
    placeholder: en.search.label,
    value: words,
    autocomplete: "off",
    spellcheck: false,
  });
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-label": en.search.label,
    "aria-expanded": "true",
    "aria-controls": listId,
    "aria-autocomplete": "list",
  }))
    input.setAttribute(name, value);
  return input;
}

function countWords({ count, hidden }: Findings, asked: string): string {
  if (count === 0) return `${en.search.none} “${asked}”. ${en.search.other}`;
  return hidden > 0 ? `${hidden} ${en.search.more}` : "";
}

function onKey(
  event: KeyboardEvent,
  input: HTMLInputElement,
  list: HTMLElement,
  answered: () => Promise<void>,
): void {
  const items = [...list.children];
  const current = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    select(input, list, (current + step + items.length) % Math.max(1, items.length));
  } else if (event.key === "Enter" && !event.isComposing) {
    event.preventDefault();
    // Enter right after the last letter means the answer to what stands there, not the one before.
    void answered().then(() => list.querySelector<HTMLElement>('[aria-selected="true"] a')?.click());
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
