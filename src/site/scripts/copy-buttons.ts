import { en } from "../locales/en.ts";

/** Gives each block of code a button that copies it. */
export function addCopyButtons(): void {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll<HTMLElement>("pre.code")) {
    const frame = document.createElement("div");
    frame.className = "code-frame";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = en.copy.copy;
    button.addEventListener("click", () => copy(block, button));
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

async function copy(block: HTMLElement, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText((block.textContent ?? "").replace(/\n$/, ""));
  const open = [...block.querySelectorAll(".fill:not(.filled)")].map(({ textContent }) => textContent ?? "");
  button.textContent = open.length > 0 ? `${en.copy.open} ${[...new Set(open)].join(", ")}` : en.copy.copied;
  setTimeout(
    () => {
      button.textContent = en.copy.copy;
    },
    open.length > 0 ? 5000 : 1500,
  );
}
