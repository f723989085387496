// Keeps runbooks and the pages of alerts on the device. The build writes what to keep before this text, as KEEP.
const OURS = `tidemark ${KEEP.base} `;
const HERE = OURS + KEEP.version;
/** How long a page that is kept waits for the network before it is shown as it is kept. */
const PATIENCE = 4000;
/** Pages in this browser that were answered from the device. */
const answeredHere = new Set();

self.addEventListener("install", (event) => event.waitUntil(fill().then(() => self.skipWaiting())));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("message", (event) => event.waitUntil(tell(event)));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (event.request.mode === "navigate") event.respondWith(page(event, url));
  else if (isPart(url.pathname)) event.respondWith(part(event.request));
});

/** The frame must be had whole; of the pages whatever can be had, so that one bad address costs no other. */
async function fill() {
  const cache = await caches.open(HERE);
  for (const address of [...KEEP.frame, KEEP.offlinePage])
    if (!(await keep(cache, address))) throw new Error(`${address} could not be fetched`);
  if (!navigator.connection?.saveData)
    for (const address of KEEP.pages) await keep(cache, address).catch(nothing);
  for (const old of await earlier()) await carryOver(await caches.open(old), cache);
}

/** What somebody opened stays kept under the next version: fetched anew, or as it was where it cannot be. */
async function carryOver(from, to) {
  for (const request of await from.keys()) {
    const { pathname } = new URL(request.url);
    const isPage = inScope(pathname);
    if ((!isPage && !pathname.startsWith(`${KEEP.base}media/`)) || (await to.match(pathname, LOOSE)))
      continue;
    const answer = isPage ? await fetch(pathname, { cache: "no-cache" }).catch(nothing) : undefined;
    if (answer === undefined) await to.put(pathname, await from.match(request));
    else if (mayKeep(answer)) await to.put(pathname, answer);
  }
}

async function takeOver() {
  for (const old of await earlier()) await caches.delete(old);
  await self.clients.claim();
}

/** A page tells what it consists of, and is told whether it is kept, as which version, and whether it came from here. */
async function tell({ data, ports, source }) {
  const cache = await caches.open(HERE);
  for (const address of data.parts)
    if (inScope(address) || isPart(address)) await keep(cache, address).catch(nothing);
  const kept = (await find(data.parts[0])) !== undefined;
  ports[0].postMessage({ version: KEEP.version, kept, here: answeredHere.has(source.id) });
}

/** The network first: a runbook may have been mended a minute ago. Where it fails or is slow, what is kept. */
async function page(event, { pathname }) {
  const fresh = fetch(event.request).then(async (answer) => {
    if (mayKeep(answer)) await (await caches.open(HERE)).put(pathname, answer.clone());
    return answer;
  });
  event.waitUntil(fresh.catch(nothing));
  const kept = await find(pathname);
  const known = () => {
    answeredHere.add(event.resultingClientId);
    return kept;
  };
  if (!kept) return fresh.catch(() => find(KEEP.offlinePage));
  const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE)).then(known);
  return Promise.race([fresh.then((answer) => (answer.status < 500 ? answer : known()), known), slow]);
}

/** Styles, scripts, fonts and pictures are named for what is in them, so what is kept is right. */
async function part(request) {
  const { pathname } = new URL(request.url);
  const kept = await find(pathname);
  if (kept) return kept;
  const answer = await fetch(request);
  if (mayKeep(answer)) await (await caches.open(HERE)).put(pathname, answer.clone());
  return answer;
}

async function keep(cache, address) {
  if (await cache.match(address, LOOSE)) return true;
  const answer = await fetch(address, { cache: "no-cache" });
  if (mayKeep(answer)) await cache.put(address, answer);
  return mayKeep(answer);
}

/** Two scopes may run two versions for a while, so what one has kept serves the other too. */
async function find(address) {
  for (const name of [HERE, ...(await earlier())]) {
    const answer = await caches.open(name).then((cache) => cache.match(address, LOOSE));
    if (answer) return answer;
  }
  return undefined;
}

async function earlier() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== HERE).reverse();
}

const LOOSE = { ignoreSearch: true, ignoreVary: true };

function mayKeep(answer) {
  return answer.status === 200 && answer.type === "basic" && !answer.redirected;
}

function inScope(pathname) {
  return KEEP.scopes.some((scope) => pathname.startsWith(scope));
}

function isPart(pathname) {
  return (
    KEEP.frame.includes(pathname) ||
    pathname.startsWith(`${KEEP.base}_astro/`) ||
    pathname.startsWith(`${KEEP.base}media/`)
  );
}

function nothing() {
  return undefined;
}
