import type { StateClass } from "./state-classes.ts";

/** The icon in the tab: a circle when all is well, a triangle, a square or a diamond otherwise; no request is made for it. */
export const STATUS_ICONS: Readonly<Record<StateClass, string>> = {
  g: icon("M4 0a4 4 0 1 1 0 8a4 4 0 1 1 0-8", "2b7a55"),
  d: icon("M4 0L8 8H0z", "c98a1b"),
  o: icon("M0 0h8v8H0zM2 2v4h4V2z", "d2622a"),
  r: icon("M0 0h8v8H0z", "c0322b"),
  b: icon("M4 0l4 4-4 4-4-4z", "5b62c9"),
};

function icon(path: string, colour: string): string {
  return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Cpath fill='%23${colour}' d='${path}'/%3E%3C/svg%3E`;
}
