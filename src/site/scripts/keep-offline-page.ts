import { keepOffline } from "./keep-offline.ts";

const place = document.querySelector<HTMLElement>("[data-kept]");
const whenIdle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
if (place) whenIdle(() => void keepOffline(place));
