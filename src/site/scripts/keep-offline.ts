import { OFFLINE_SCOPES, OFFLINE_WORKER } from "../../core/offline.ts";
import { enOffline } from "../locales/en-runbook.ts";

interface Kept {
  readonly version: string;
  readonly kept: boolean;
  /** Whether this very page was answered from the device. */
  readonly here: boolean;
}

/** Has this page kept on the device, and says so with the version; where there is no service worker it says nothing. */
export async function keepOffline(place: HTMLElement): Promise<void> {
  if (!isSecureContext || !("serviceWorker" in navigator)) return;
  const base = document.documentElement.dataset.base ?? "/";
  const scopes = OFFLINE_SCOPES.map((scope) => base + scope.slice(1));
  const here = scopes.find((scope) => location.pathname.startsWith(scope));
  if (here === undefined) return;
  const show = async () => say(place, await ask((await navigator.serviceWorker.ready).active));
  try {
    // The worker of this page first: the others find what it has fetched.
    for (const scope of [here, ...scopes.filter((each) => each !== here)])
      await navigator.serviceWorker.register(base + OFFLINE_WORKER, { scope, updateViaCache: "none" });
  } catch {
    // Offline, or the browser does not want to: what was kept before is still there.
  }
  navigator.serviceWorker.addEventListener("controllerchange", show);
  for (const event of ["online", "offline"]) addEventListener(event, show);
  if (await navigator.serviceWorker.getRegistration()) await show();
}

/** Hands the worker the addresses of this page and its pictures. */
function ask(worker: ServiceWorker | null): Promise<Kept | undefined> {
  if (!worker) return Promise.resolve(undefined);
  const pictures = [...document.querySelectorAll<HTMLImageElement>("main img")].map(
    ({ src }) => new URL(src).pathname,
  );
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<Kept>) => resolve(data);
    worker.postMessage({ parts: [location.pathname, ...pictures] }, [port2]);
  });
}

function say(place: HTMLElement, kept: Kept | undefined): void {
  if (!kept?.kept) return;
  const offline = kept.here || !navigator.onLine;
  place.classList.toggle("offline", offline);
  place.textContent = `${offline ? enOffline.fromHere : enOffline.kept} · ${enOffline.version} ${kept.version}`;
}
