import type { StatusFacts } from "../../core/views/status/status-facts.ts";
import { statusWords } from "../locales/status-words.ts";
import { html, Markup } from "./markup.ts";
import { policyHash } from "./policy-hash.ts";
import { INDICATOR_CLASS } from "./state-classes.ts";

const SHAPES = { none: "✓", minor: "▲", major: "▣", critical: "■", maintenance: "◆" } as const;
const COLOURS = {
  none: "light-dark(#276749,#7fd0a5)",
  minor: "light-dark(#8a5a00,#e5b75a)",
  major: "light-dark(#a8430f,#f0a071)",
  critical: "light-dark(#a61b1b,#f49a92)",
  maintenance: "light-dark(#4a4fa3,#b3b6f2)",
} as const;

/**
 * A script that other sites embed: it puts one line with the state and a link beside itself, in a tree of its own that
 * their styles do not reach, and asks this site alone.
 */
export function statusWidget(facts: StatusFacts): string {
  const words = statusWords(facts.locales[0] ?? "en");
  const said = JSON.stringify(words.overall);
  return `(()=>{const s=document.currentScript,b=new URL("..",s.src),e=document.createElement("span"),r=e.attachShadow({mode:"open"}),c=new CSSStyleSheet,a=document.createElement("a"),i=document.createElement("span"),W=${said},S=${JSON.stringify(SHAPES)},C=${JSON.stringify(COLOURS)};
c.replaceSync(":host{color-scheme:light dark}a{font:600 14px/1.5 system-ui,sans-serif;color:inherit;text-decoration:none;display:inline-flex;gap:.5em;align-items:baseline}a:hover{text-decoration:underline}");r.adoptedStyleSheets=[c];
a.href=new URL("status/",b);a.append(i,document.createTextNode(""));i.setAttribute("aria-hidden","true");a.lang=${JSON.stringify(facts.locales[0] ?? "en")};r.append(a);s.after(e);
const f=()=>fetch(new URL("api/v2/status.json",b)).then(r=>r.json()).then(({status:t})=>{i.textContent=S[t.indicator];i.style.color=C[t.indicator];a.lastChild.data=W[t.description]}).catch(()=>{a.lastChild.data||(a.lastChild.data=${JSON.stringify(words.title)})});
f();setInterval(f,3e5)})();
`;
}

const embedStyle =
  ":root{color-scheme:light dark}body{margin:0;font:600 14px/24px system-ui,sans-serif}a{color:inherit;text-decoration:none}a:hover{text-decoration:underline}" +
  Object.entries(COLOURS)
    .map(([indicator, colour]) => `.${indicator}{color:${colour}}`)
    .join("");

/** The same as a page for an iframe, which needs no script; it comes anew every five minutes. */
export function statusEmbed(facts: StatusFacts): string {
  const locale = facts.locales[0] ?? "en";
  const words = statusWords(locale);
  const { indicator, description } = facts.overall;
  return html`<!DOCTYPE html>
<html lang="${locale}" dir="${words.direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(`default-src 'none'; style-src ${policyHash(embedStyle)}; base-uri 'none'; form-action 'none'`)}">
<meta http-equiv="refresh" content="300">
<meta name="robots" content="noindex">
<title>${facts.name}: ${words.overall[description]}</title>
<style>${new Markup(embedStyle)}</style>
<body class="${INDICATOR_CLASS[indicator]}">
<a href="${facts.base}status/" target="_top"><span class="${indicator}" aria-hidden="true">${SHAPES[indicator]}</span> ${words.overall[description]}</a>
`.text;
}
