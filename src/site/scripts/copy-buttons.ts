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
    button.addEventListener("click", () => copy(block.textContent ?? "", button));
    block.replaceWith(frame);
    frame.append(block, button);
  }
}

async function copy(text: string, button: HTMLButtonElement): Promise<void> {
  await navigator.clipboard.writeText(text.replace(/\n$/, ""));
  button.textContent = en.copy.copied;
  setTimeout(() => {
    button.textContent = en.copy.copy;
  }, 1500);
}
