/**
 * The script of the status page. It changes nothing that is said without it: it shows times in the reader's zone, turns
 * planned work on and off at its time, says when the page is older than the site promises, names the fine days too, and has
 * the page kept on the device.
 */
export const statusScript = `
const d=document,$=s=>d.querySelectorAll(s),l=d.documentElement.dataset,f=o=>new Intl.DateTimeFormat(l.f,{day:"numeric",month:"short",...o}),z=f({hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZoneName:"short"});
for(const t of $("time")){t.title=t.textContent;t.textContent=z.format(new Date(t.dateTime))}
const k=()=>{const n=Math.max(Date.now(),l.at||0),a=new Set;
old.hidden=!(n-l.at>=l.old*1e3);
for(const w of $("[data-from]")){const s=n<w.dataset.from?"n":n<w.dataset.to?"p":"c";w.dataset.s=s;s=="p"&&a.add(w.id)}
for(const w of $("[data-on]"))a.add(w.id);
let h=0;
for(const r of $("[data-w]")){const b=r.dataset.w.split(" ").some(i=>a.has(i));r.classList.toggle("on",b);h|=b}
for(const r of $("[data-h]"))r.hidden=r.dataset.h!=+!!h};
k();setInterval(k,15e3);
d.onmouseover=({target:i})=>{if(i.title||!i.matches?.(".k>i"))return;const e=i.closest(".f").dataset;let n=Date.parse(e.day),x=i;
while(x=x.nextSibling)n-=864e5;
i.title=f({timeZone:"UTC"}).format(n)+": "+e.fine}
navigator.serviceWorker?.register(l.k).catch(k)
`.trim();
