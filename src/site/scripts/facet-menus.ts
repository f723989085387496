import type { Choice } from "./list-address.ts";
import type { Narrowed } from "./list-filter.ts";

/** Makes the values of the facets into buttons; what is returned shows what is chosen and what the others would give. */
export function facetMenus(
  facets: HTMLElement,
  toggle: (facet: string, value: string) => void,
): (choice: Choice, counts: Narrowed["counts"]) => void {
  const menus = [...facets.querySelectorAll<HTMLDetailsElement>("[data-facet]")].map((menu) => ({
    menu,
    name: menu.dataset.facet!,
    chosen: menu.querySelector<HTMLElement>("[data-chosen]")!,
    values: [...menu.querySelectorAll<HTMLElement>("[data-value]")].map((place) => {
      const value = place.dataset.value!;
      const button = document.createElement("button");
      button.type = "button";
      button.className = place.className;
      button.dataset.value = value;
      button.append(...place.childNodes);
      button.addEventListener("click", () => toggle(menu.dataset.facet!, value));
      place.replaceWith(button);
      return { value, button, count: button.querySelector(".facet-count")! };
    }),
  }));
  closeMenus(facets);
  return ({ values }, counts) => {
    for (const [index, menu] of menus.entries()) {
      const picked = values.get(menu.name) ?? new Set();
      const words = menu.values.filter(({ value }) => picked.has(value)).map(({ value }) => value);
      menu.chosen.textContent = words.length > 1 ? String(words.length) : (words[0] ?? "");
      menu.menu.classList.toggle("facet-active", words.length > 0);
      for (const { value, button, count } of menu.values) {
        const number = counts[index]?.get(value) ?? 0;
        button.setAttribute("aria-pressed", String(picked.has(value)));
        button.classList.toggle("facet-none", number === 0);
        count.textContent = String(number);
      }
    }
  };
}

/** Escape closes an open menu and leads back to its name; so does a click elsewhere. Arrow keys walk its values. */
function closeMenus(facets: HTMLElement): void {
  const open = () => facets.querySelector<HTMLDetailsElement>("details[open]");
  facets.addEventListener("keydown", (event) => {
    const menu = open();
    if (!menu) return;
    const stops = [...menu.querySelectorAll<HTMLElement>("summary, button")];
    const at = stops.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape") {
      menu.open = false;
      stops[0]?.focus();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
    }
  });
  document.addEventListener("click", ({ target }) => {
    const menu = open();
    if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
}
