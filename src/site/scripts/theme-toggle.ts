import { en } from "../locales/en.ts";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

/** The theme button goes round: system, light, dark. */
export function bindThemeToggle(): void {
  const button = document.querySelector<HTMLButtonElement>("[data-theme-toggle]");
  const word = document.querySelector("[data-theme-word]");
  if (!button || !word) return;
  const show = () => {
    word.textContent = en.theme[current()];
  };
  button.addEventListener("click", () => {
    choose(themes[(themes.indexOf(current()) + 1) % themes.length] ?? "system");
    show();
  });
  show();
  button.hidden = false;
}

function current(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === "light" || theme === "dark" ? theme : "system";
}

function choose(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === "system") localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage is forbidden: the choice lasts as long as the page.
  }
}
