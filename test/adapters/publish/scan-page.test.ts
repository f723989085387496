import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { expect, test } from "vitest";
import { scanPage } from "../../../src/adapters/publish/scan-page.ts";

test("addresses are found in every attribute that can hold one", () => {
  const html = `<!doctype html><link rel=stylesheet href=/a.css><img src='/b.png' srcset="/c.png 1x, /d,e.png 2x">
    <video poster="/f.jpg"></video><object data="/g.svg"></object><form action="/h/"><button formaction="/i/">x</button></form>
    <svg><use xlink:href="/j.svg#k" /></svg><blockquote cite="/l/">q</blockquote><a href=" /m/\n">m</a>
    <meta http-equiv="refresh" content="0; url=/n/"><meta name="description" content="0; url=/not/">
    <style>@import "/o.css"; a { background: url(/p.png) } /* url(/not.png) */</style><div data="/not" action="/not" cite="/not">`;
  expect(scanPage(html).links).toEqual(
    "/a.css /b.png /c.png /d,e.png /f.jpg /g.svg /h/ /i/ /j.svg#k /l/ /m/ /n/ /o.css /p.png".split(" "),
  );
});

test("what stands in comments, scripts and text is no link, and no id", () => {
  const html = `<!-- <a href="/1" id="x"> --><script>"<a href='/2'>"</script><textarea><a href="/3"></textarea>
    <title><a href="/4"></title><p title='<a href="/5">'>&lt;a href="/6"> a < b href="/7"</p><!--><a href="/yes">--></a>`;
  expect(scanPage(html)).toEqual({ links: ["/yes"], ids: [] });
});

test("ids and names of anchors are found once each, decoded", () => {
  expect(
    scanPage(`<h2 id="a&amp;b">x</h2><a name=c></a><p name="no" ID='a&#38;b' id="second"></p>`).ids,
  ).toEqual(["a&b", "c"]);
});

test("tricky pages are read as parse5 reads them", () => {
  for (const html of TRICKY) expect({ html, ...scanPage(html) }).toEqual({ html, ...byParse5(html) });
});

test("any mixture of tricky pieces is read as parse5 reads it", () => {
  const piece = fc.oneof(
    fc.constantFrom(...PIECES),
    fc.stringMatching(/^[a-z"'<>=/ &#;!-]{0,6}$/),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const html = pieces.join("");
      fc.pre(
        !/\0|\r|<!\[cdata|<(svg|math|plaintext|frameset|noscript)|<!--[\s\S]*<script|&[a-z]+(?!;)/i.test(
          html,
        ),
      );
      // parse5 drops tags where the structure of tables, selects and heads forbids them; a flat fragment has none.
      expect(scanPage(`<body>${html}`)).toEqual(byParse5(`<body>${html}`));
    }),
    { numRuns: 2000 },
  );
});

const TRICKY = [
  `<a href='/a"b' id=x>1</a>`,
  `<a title="a > b" href="/a">1</a>`,
  `<a href=/a/>1</a>`,
  `<a href=/a/b?c=d&amp;e=f#g>1</a>`,
  `<A HREF="/a" Id="B">1</A>`,
  `<a href = "/a"\n\tid\n=\n'b' >1</a>`,
  `<a href="/a" href="/b">1</a>`,
  `<a id="href" href="/a" title="href">1</a>`,
  `<a href>1</a><a href="">2</a>`,
  `<a/href="/a"/id="b"/>1</a>`,
  `<a ="/x" href="/a">1</a>`,
  `<a"b href="/a">1</a"b>`,
  `</a title=">" href="/no"><a href="/yes">`,
  `<p>a<b href=x>c</b></p>`,
  `<p>1 < 2 <3 <a href=/x>`,
  `<!--a--!><a href=/x>`,
  `<!---><a href=/x>-->`,
  `<!-- a -- > <a href=/no> --><a href=/x>`,
  `<?php <a href=/no> ?><a href=/x>`,
  `</ <a href=/no>><a href=/x>`,
  `</><a href=/x>`,
  `<!x <a href=/no>><a href=/x>`,
  `<script>if (a</b) "</scriptx>" <a href=/no></SCRIPT ><a href=/x>`,
  `<script src="/s.js"></script><style>a{}</style><a href=/x>`,
  `<textarea></texta><a href=/no></textarea><a href=/x>`,
  `<template><a href=/x id=y></a></template>`,
  `<noscript><img src=/x.png></noscript>`,
  `<svg><title>a</title><a href="/x"></a><style>b</style></svg><a href=/y>`,
  `<svg><title/><a href="/x"></a></svg><title>t</title><a href=/y>`,
  `<img src=/a.png srcset="/b.png 1x,/c.png 2x ,  /d.png">`,
  `<img srcset="/a,b.png, /c.png 100w , /d.png?e=f,g 2x">`,
  `<a href="&#x2f;a&#47;b&period;c">1</a>`,
  `<a href="/unfinished`,
  `<a href="/x">1</a><a href="/y" id="z`,
  `<iframe src=/a><a href=/no></iframe>`,
  `<area href=/a><source src=/b><track src=/c><embed src=/d><input src=/e>`,
];

const PIECES = [
  "<a href=/a>",
  `<a href="/b" id='c'>`,
  "</a>",
  "<p id=q>",
  "</p>",
  "<!-- x -->",
  "<!--",
  "-->",
  "--!>",
  "<script>",
  "</script>",
  "<textarea>",
  "</textarea>",
  "<style>",
  "</style>",
  `<img src="/i.png"`,
  `<i srcset="/s.png 2x, /t.png">`,
  " href=",
  ` id="`,
  `"`,
  "'",
  ">",
  "<",
  "</",
  "/",
  "=",
  " ",
  "&amp;",
  "&#47;",
  "text",
];

/** The same answer by a real parser. */
function byParse5(html: string): { links: string[]; ids: string[] } {
  const links = new Set<string>();
  const ids = new Set<string>();
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ("attrs" in node) {
      for (const { name, prefix, value } of node.attrs) {
        const full = prefix ? `${prefix}:${name}` : name;
        if (full === "id" || (full === "name" && node.tagName === "a")) {
          if (value !== "") ids.add(value);
        } else if (full === "srcset") {
          for (const link of candidates(value)) links.add(link);
        } else if (["href", "src", "poster", "xlink:href", "formaction"].includes(full)) {
          links.add(value.trim().replace(/[\t\n\r]/g, ""));
        }
      }
    }
    if ("content" in node) visit(node.content);
    if ("childNodes" in node) node.childNodes.forEach(visit);
  };
  visit(parse(html, { scriptingEnabled: false }));
  return { links: [...links], ids: [...ids] };
}

/** A `srcset` read step by step as the standard says, without its descriptors. */
function candidates(value: string): string[] {
  const found: string[] = [];
  let rest = value;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, "");
    const address = /^\S+/.exec(rest)?.[0];
    if (address === undefined) return found;
    rest = rest.slice(address.length);
    found.push(address.replace(/,+$/, ""));
    if (!address.endsWith(",")) rest = rest.replace(/^[^,]*/, "");
  }
}
