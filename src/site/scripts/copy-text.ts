import { en } from "../locales/en.ts";

/** Buttons that copy the text of an element, shown only where copying works. */
export function bindCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copies]")) {
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copies ?? "")?.textContent ?? "";
      await navigator.clipboard.writeText(text);
      button.textContent = en.copy.copied;
      setTimeout(() => {
        button.textContent = words;
      }, 1500);
    });
  }
}
