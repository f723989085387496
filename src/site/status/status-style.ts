/** The style of the status pages, which stands in each of them: one request shows everything. */
export const statusStyle = compact(`
:root {
  color-scheme: light dark;
  --p: light-dark(#fbfcfd, #0f1416);
  --l: light-dark(#dadfe0, #2c3438);
  --k: light-dark(#162024, #e2e7e8);
  --m: light-dark(#535e63, #a1abae);
  --a: light-dark(#005f6a, #6fd0d5);
  --g: light-dark(#216740, #7ed09c);
  --d: light-dark(#8a5111, #ebbc69);
  --o: light-dark(#a63d02, #f49665);
  --r: light-dark(#b51f1f, #fb8d85);
  --b: light-dark(#46509a, #adbaf5);
}
* { box-sizing: border-box; margin: 0; padding: 0 }
body { background: var(--p); color: var(--k); font: 15px/1.6 system-ui, sans-serif; font-variant-numeric: tabular-nums; max-width: 58rem; margin: auto; padding: 0 1.25rem 3rem; overflow-wrap: break-word }
a { color: var(--a); text-underline-offset: .18em }
:focus-visible { outline: 2px solid var(--a); outline-offset: 2px; border-radius: 3px }
header, nav, .x { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: baseline }
header { justify-content: space-between; padding: 1rem 0 }
header > a { font-weight: 600; color: inherit; text-decoration: none }
h1 { font-size: 1.75rem; line-height: 1.25 }
h2, h3 { font-size: 1.125rem; line-height: 1.4 }
h2 { margin: 2.5rem 0 .75rem }
.f h3 { font-size: .8125rem; color: var(--m); padding: .75rem 1rem .25rem }
time, dt, .q { color: var(--m) }
.q { font-size: .8125rem }
ul, ol { list-style: none }
.s { font: 600 .8125rem/1.5 system-ui, sans-serif; white-space: nowrap; color: var(--c) }
.s::before, .h::before { content: var(--y); font-family: "Segoe UI Symbol", "DejaVu Sans", sans-serif; margin-inline-end: .45em; font-weight: 400 }
.g { --c: var(--g); --y: "✓" }
.d { --c: var(--d); --y: "▲" }
.o { --c: var(--o); --y: "▣" }
.r { --c: var(--r); --y: "■" }
.b { --c: var(--b); --y: "◆" }
.h { border: 1px solid #0000; display: grid; grid-template-columns: auto 1fr; column-gap: 1rem; align-items: center; padding: 1.5rem; border-radius: 6px; background: color-mix(in oklab, var(--c) 11%, var(--p)) }
.h::before { grid-row: span 3; width: 3.25rem; height: 3.25rem; border-radius: 50%; display: grid; place-items: center; font-size: 1.5rem; line-height: 1; margin: 0; background: var(--c); color: var(--p) }
.h.r { background: var(--c); color: var(--p) }
.h.r::before { background: var(--p); color: var(--c) }
.h.r * { color: inherit }
.h > * { grid-column: 2 }
.n { border-inline-start: 3px solid var(--c, var(--l)); padding-inline-start: 1rem; margin: 1rem 0 2rem }
dl { display: grid; grid-template-columns: 11.5rem 1fr; gap: .25rem 1rem; margin: .75rem 0 }
.e li { display: grid; grid-template: auto 1fr/11.5rem 1fr; gap: 0 1rem; padding: .625rem 0; border-top: 1px solid var(--l) }
.e time { font-size: .8125rem; line-height: 1.4 }
.e p { grid-area: 1/2/3; white-space: pre-line; max-width: 66ch }
.f { border: 1px solid var(--l); border-radius: 6px }
.f > *+h3 { border-top: 1px solid var(--l) }
summary, .w { display: grid; grid-template-columns: 12rem 8rem 1fr 4.5rem .75rem; gap: 0 1rem; align-items: center; padding: .5rem 1rem }
summary { cursor: pointer; list-style: none; border-radius: 5px }
summary::-webkit-details-marker { display: none }
.f summary::after { content: ""; width: .4rem; height: .4rem; border: solid var(--m); border-width: 0 1.5px 1.5px 0; rotate: 45deg; translate: 0 -2px }
summary:hover { background: color-mix(in oklab, var(--l) 40%, var(--p)) }
.v { text-align: end; font-size: .8125rem; direction: ltr }
.k { display: flex; gap: 1px; height: 2rem; align-items: end; translate: 0 -5px }
i, .h::before { forced-color-adjust: none }
i { flex: 1; height: 44%; background: var(--g); opacity: .5; border-radius: 1px }
i:hover { opacity: 1 }
.id { height: 64%; background: var(--d); opacity: 1 }
.io { height: 82%; background: var(--o); opacity: 1 }
.ir { height: 100%; background: var(--r); opacity: 1 }
.ib { height: 64%; background: 0; border: 1px solid var(--b); opacity: 1 }
.in { height: 2px; background: var(--m) }
.w { padding-block: .625rem .125rem }
.w > span { grid-column: 3; display: flex; justify-content: space-between }
details > :not(summary) { padding: .25rem 1rem 1rem }
.z { columns: 17rem; font-size: .8125rem }
.z li { break-inside: avoid }
.x { margin-top: .75rem }
.x i { width: 6px; margin-inline-end: .4rem; flex: none; translate: 0 -4px }
.x span { display: flex; align-items: end; line-height: 1.1rem; height: 1.25rem }
.l li { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; padding: .5rem 0; border-top: 1px solid var(--l) }
.l li > :first-child { flex: 1 1 20rem }
.l .s + .q { flex: 0 0 17rem }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--l); display: grid; gap: .75rem }
footer details > :not(summary) { padding: .5rem 0 }
footer summary { display: list-item; list-style: revert; padding: 0; width: fit-content }
.on > .s:first-of-type, .j, [hidden] { display: none }
.on > .j { display: inline }
.np, .nc { display: none }
[data-s=p] { --c: var(--b) }
[data-s=p] .n0, [data-s=c] .n0 { display: none }
[data-s=p] .np, [data-s=c] .nc { display: inline }
#old { margin: 0 0 1rem; padding: .75rem 1rem; border-radius: 6px; border: 1px solid var(--d); color: var(--d) }
#old:not([hidden]) ~ .h { filter: grayscale(1) }
@media (max-width: 44rem) {
  summary, .w { grid-template-columns: 1fr auto .75rem; row-gap: .375rem }
  summary > .k, summary > .v { grid-row: 2; grid-column: 1/-1; margin-inline-end: 4.5rem } summary > .v { justify-self: end; align-self: end; margin: 0 } .f summary::after { grid-row: 1; grid-column: 3 }
  .w { grid-template-columns: 1fr auto } .w > span { grid-column: 1 }
  dl, .e li { grid-template: none/1fr; gap: 0 }
  dd { margin-bottom: .5rem }
  .e p { grid-area: auto }
  .h { padding: 1rem }
  .h::before { width: 2.5rem; height: 2.5rem; font-size: 1.125rem }
  h1 { font-size: 1.4rem }
}
@media print { :root { color-scheme: light } body { font-size: 10pt; max-width: none } nav, .f summary::after, #old { display: none } i, .h, .h::before { print-color-adjust: exact } .n, summary { break-inside: avoid } }
`);

/** The same style with fewer bytes. */
function compact(css: string): string {
  return css
    .replace(/\s+/g, " ")
    .replace(/ ?([{};,>]) ?/g, "$1")
    .replace(/([a-z-]): /g, "$1:")
    .replaceAll(";}", "}")
    .trim();
}
