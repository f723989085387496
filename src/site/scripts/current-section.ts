/** On a phone the navigation scrolls sideways: the section that the reader is in comes into sight. */
export function showCurrentSection(): void {
  const nav = document.querySelector<HTMLElement>(".nav");
  const current = nav?.querySelector<HTMLElement>("[aria-current]");
  if (nav && current) nav.scrollLeft = current.offsetLeft - (nav.clientWidth - current.offsetWidth) / 2;
}
