import { statusWords } from "../locales/status-words.ts";

/** Address of the status pages' own service worker within a site's folder; it may serve what lies beside and below it. */
export const STATUS_WORKER = "status/worker.js";

/**
 * The service worker of the status pages: it keeps each of them that was opened. The network goes first, for a state is told to be
 * fresh; on a failure, an error of the server or after four seconds the copy answers. Either way the page says below which version
 * the device holds: the digest of that page, never a time.
 */
export function statusWorker(base: string, locales: readonly string[]): string {
  const words = Object.fromEntries(
    locales.map((locale) => {
      const { kept, keptHere } = statusWords(locale);
      return [locale, [kept, keptHere]];
    }),
  );
  return `const K=${JSON.stringify({ name: `tidemark status ${base}`, base: `${base}status/`, words })};\n${TEXT}\n`;
}

const TEXT = `
const nothing=()=>undefined;
const store=()=>caches.open(K.name);
const keeps=a=>a.status===200&&a.type==="basic"&&!a.redirected&&/^text\\/html/.test(a.headers.get("content-type"));
self.addEventListener("install",e=>e.waitUntil(keep(K.base).then(()=>self.skipWaiting())));
self.addEventListener("activate",e=>e.waitUntil(self.clients.claim().then(keepOpen)));
self.addEventListener("fetch",e=>{
  const{method,mode,url}=e.request;
  if(method==="GET"&&mode==="navigate")e.respondWith(answer(e,new URL(url).pathname));
});
async function keep(path){
  const a=await fetch(path,{cache:"no-cache"});
  if(keeps(a))await(await store()).put(path,a);
}
async function keepOpen(){
  const open=await self.clients.matchAll({type:"window",includeUncontrolled:true});
  for(const{url}of open){const{pathname}=new URL(url);if(pathname.startsWith(K.base))await keep(pathname).catch(nothing)}
}
async function answer(e,path){
  const fresh=fetch(e.request).then(async a=>{
    if(!keeps(a))return a;
    await(await store()).put(path,a.clone());
    return told(a,0);
  });
  e.waitUntil(fresh.catch(nothing));
  const copy=await(await store()).match(path,{ignoreVary:true});
  if(!copy)return fresh;
  const known=()=>told(copy.clone(),1);
  const slow=new Promise(r=>setTimeout(r,4e3)).then(known);
  return Promise.race([fresh.then(a=>a.status<500?a:known(),known),slow]);
}
async function told(a,here){
  const text=await a.text();
  const digest=new Uint8Array(await crypto.subtle.digest("SHA-256",new TextEncoder().encode(text)));
  const version=[...digest.slice(0,6)].map(b=>b.toString(16).padStart(2,"0")).join("");
  const words=(K.words[/ lang="([^"]+)/.exec(text)?.[1]]??Object.values(K.words)[0])[here];
  const headers=new Headers(a.headers);
  for(const name of["content-encoding","content-length"])headers.delete(name);
  return new Response(text.replace("</footer>",()=>'<p class="q" id="kept" role="status">'+words+' <bdi>'+version+'</bdi></p></footer>'),{headers});
}`.trim();
