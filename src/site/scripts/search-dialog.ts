import { en } from "../locales/en.ts";
import { mountSearch } from "./search-box.ts";
import { loadIndex } from "./search-index.ts";

/** Search opens by its button or the key `/`, in a dialog made at its first use; the search page has it in place. */
export function bindSearch(): void {
  // No page waits for the styles of what is not open yet: they come as if for paper and count from now on.
  const later = document.querySelector<HTMLLinkElement>("link[data-for-later]");
  if (later) later.media = "all";
  const place = document.querySelector<HTMLElement>("[data-search-here]");
  if (place) {
    const box = mountSearch(place, new URLSearchParams(location.search).get("q") ?? "");
    if (place.dataset.searchHere === "focus") box.focus();
  }
  const open = place ? () => place.querySelector("input")?.focus() : dialogOpener();
  document.querySelector("[data-search]")?.addEventListener("click", (event) => {
    const click = event as MouseEvent;
    if (click.metaKey || click.ctrlKey || click.shiftKey || click.button !== 0) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const combined = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k";
    const slash =
      event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    if (!combined && !slash) return;
    event.preventDefault();
    open();
  });
}

function dialogOpener(): () => void {
  let dialog: HTMLDialogElement | undefined;
  return () => {
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "search-dialog";
      dialog.setAttribute("aria-label", en.search.title);
      document.body.append(dialog);
      mountSearch(dialog, "");
      const made = dialog;
      // A click outside the panel lands on the dialog itself.
      made.addEventListener("click", (event) => event.target === made && made.close());
    }
    void loadIndex().catch(() => {});
    if (!dialog.open) dialog.showModal();
    const input = dialog.querySelector("input");
    input?.focus();
    input?.select();
  };
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
