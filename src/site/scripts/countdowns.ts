import { countdownWords } from "../../core/words/countdown-words.ts";

/** Keeps counting to promised updates on the reader's clock. Where the site's present is pinned, time begins there when the page opens. */
export function countDown(): void {
  const promises = [...document.querySelectorAll<HTMLTimeElement>("[data-countdown]")];
  if (promises.length === 0) return;
  const opened = Date.now();
  const show = () => {
    for (const promise of promises) {
      const { pinned } = promise.dataset;
      const now = pinned === undefined ? Date.now() : Date.parse(pinned) + Date.now() - opened;
      const { words, late } = countdownWords(Date.parse(promise.dateTime), now);
      if (promise.textContent !== words) promise.textContent = words;
      promise.classList.toggle("row-late", late);
    }
  };
  show();
  setInterval(show, 5000);
}
