/**
 * The script of the status page. It changes nothing that is said without it: it shows times in the reader's zone, turns
 * planned work on and off at its time, and says when the page is older than the site promises.
 */
export const statusScript = `
const d=document,$=s=>d.querySelectorAll(s),l=d.documentElement.dataset,o={day:"numeric",month:"short",hour:"2-digit",minute:"2-digit",hourCycle:"h23",timeZoneName:"short"},f=new Intl.DateTimeFormat(l.f,o);
for(const t of $("time")){const u=t.textContent;t.textContent=f.format(new Date(t.dateTime));t.title=u}
const k=()=>{const n=Math.max(Date.now(),l.at),a=new Set;
d.getElementById("old").hidden=n-l.at<l.old*1e3;
for(const w of $("[data-from]")){const s=n<w.dataset.from?"n":n<w.dataset.to?"p":"c";w.dataset.s=s;s=="p"&&a.add(w.id)}
for(const w of $("[data-on]"))a.add(w.id);
let h=0;
for(const r of $("[data-w]")){const b=r.dataset.w.split(" ").some(i=>a.has(i));r.classList.toggle("on",b);h|=b}
for(const r of $("[data-h]"))r.hidden=r.dataset.h!=+!!h};
k();setInterval(k,15e3)
`.trim();
