import { expect, test } from "vitest";
import { cssLinks } from "../../../src/adapters/publish/css-links.ts";
import { type DeadLink, findDeadLinks, type LinkedSite } from "../../../src/adapters/publish/link-gate.ts";
import { resolveLink } from "../../../src/adapters/publish/resolve-link.ts";
import { scanPage } from "../../../src/adapters/publish/scan-page.ts";

test("a site whose links all lead somewhere has no dead link", () => {
  expect(
    deadLinks({
      "index.html": `<a href="/kb/incidents/x/">1</a><a href="incidents/x/#start">2</a><a href="#top">3</a><a href="">4</a>
        <img src="/kb/a%20b.png" srcset="a%20b.png 2x"><link href="/kb/_astro/s.css?v=1"><a href="https://elsewhere.example/">5</a>
        <a href="mailto:a@b.example">6</a><a href="//elsewhere.example/x">7</a><a href="https://kb.example/kb/incidents/x/#start">8</a>
        <a href="/kb/old/">9</a><a href="/kb/old/#start">10</a><a href="/kb/404.html">11</a>`,
      "incidents/x/index.html": `<h2 id="start">s</h2><a href="../../">1</a><a href="./#start">2</a><a href="?q=1#:~:text=a">3</a>
        <svg><use href="/kb/icons.svg#ok"/></svg>`,
      "404.html": `<a href="/kb/">home</a><a href="incidents/x/">x</a>`,
      "icons.svg": `<svg><symbol id="ok"/></svg>`,
      "a b.png": "",
      "_astro/s.css": "a { background: url(../icons.svg#ok) }",
    }),
  ).toEqual([]);
});

test("each kind of dead link is named with its file", () => {
  expect(
    deadLinks({
      "index.html": `<a href="/kb/gone/">1</a><a href="/elsewhere/">2</a><a href="#nowhere">3</a><a href="incidents/x">4</a>
        <a href="/kb/%zz">5</a><a href="a\\b">6</a><a href="/kb">7</a><a href="/kb/incidents/x/#gone">8</a><img srcset="/kb/no.png 2x">
        <a href="../">9</a><a href="https://kb.example/kb/gone/">10</a>`,
      "incidents/x/index.html": `<a href="/kb/gone/">again</a>`,
      "_astro/s.css": "@font-face { src: url('gone.woff2') }",
    }),
  ).toEqual([
    { file: "_astro/s.css", link: "gone.woff2", problem: "no-target" },
    { file: "incidents/x/index.html", link: "/kb/gone/", problem: "no-target" },
    { file: "index.html", link: "#nowhere", problem: "no-fragment" },
    { file: "index.html", link: "../", problem: "outside-base" },
    { file: "index.html", link: "/elsewhere/", problem: "outside-base" },
    { file: "index.html", link: "/kb", problem: "no-trailing-slash" },
    { file: "index.html", link: "/kb/%zz", problem: "malformed" },
    { file: "index.html", link: "/kb/gone/", problem: "no-target" },
    { file: "index.html", link: "/kb/incidents/x/#gone", problem: "no-fragment" },
    { file: "index.html", link: "/kb/no.png", problem: "no-target" },
    { file: "index.html", link: "a\\b", problem: "malformed" },
    { file: "index.html", link: "https://kb.example/kb/gone/", problem: "no-target" },
    { file: "index.html", link: "incidents/x", problem: "no-trailing-slash" },
  ] satisfies DeadLink[]);
});

test("an alias whose new page is gone is dead, and redirects in a circle end", () => {
  const pages = { "index.html": `<a href="/kb/old/">1</a><a href="/kb/a/">2</a>` };
  const redirects = new Map([
    ["/old/", "/new/"],
    ["/a/", "/b/"],
    ["/b/", "/a/"],
  ]);
  expect(deadLinks(pages, { redirects }).map((dead) => dead.link)).toEqual(["/kb/a/", "/kb/old/"]);
});

test("links resolve as a browser resolves them", () => {
  const base = "/kb/";
  for (const file of ["index.html", "incidents/x/index.html", "404.html", "_astro/s.css"]) {
    for (const link of LINKS) {
      const page = new URL(file.replace(/(^|\/)index\.html$/, "$1"), "https://kb.example/kb/");
      const there = new URL(link, page);
      const resolved = resolveLink(link, file, { base, origin: "https://kb.example" });
      const path = decodeURIComponent(there.pathname);
      const inside = there.origin === "https://kb.example" && path.startsWith(base);
      const expected = inside
        ? {
            kind: "internal",
            path: path.slice(base.length),
            fragment: decodeURIComponent(there.hash.slice(1)),
          }
        : {
            kind:
              there.origin !== "https://kb.example"
                ? "external"
                : path === "/kb"
                  ? "no-trailing-slash"
                  : /^https:/.test(link)
                    ? "external"
                    : "outside-base",
          };
      expect({ file, link, ...resolved }).toEqual({ file, link, ...expected });
    }
  }
});

test("a style sheet's addresses are found quoted or bare, once, and not in comments", () => {
  expect(
    cssLinks(`@import "a.css"; @import url(b.css); @font-face { src: url( "c d.woff2" ) format("woff2"), url('e\\'f.woff') }
      i { background: url(data:image/png;base64,AA==) } /* url(no.png) */ b { background: url(b.css) }`),
  ).toEqual(["a.css", "b.css", "c d.woff2", "e'f.woff", "data:image/png;base64,AA=="]);
});

const LINKS = [
  ...[
    "",
    "#a",
    "?q#a",
    ".",
    "./",
    "..",
    "../",
    "../..",
    "../../",
    "../../..",
    "a",
    "a/",
    "a/../b",
    "a/..",
    "a/.",
    "a/./b/",
  ],
  ...[
    "/",
    "/kb",
    "/kb/",
    "/kb/a/../b/#c",
    "/kb/../x",
    "/kbx/",
    "/kb/a%20b#c%20d",
    "//other.example/",
    "https://kb.example",
  ],
  ...[
    "https://kb.example/kb/",
    "https://kb.example/kb/x/#y",
    "https://kb.example.evil/kb/",
    "https://other.example/kb/",
    "mailto:x@y",
  ],
  ...["tel:1", "data:text/plain,x", "x/%2e%2e/y", "/kb/é/", "a//b"],
];

function deadLinks(files: Record<string, string>, more: Partial<LinkedSite> = {}): DeadLink[] {
  const scans = new Map(
    Object.entries(files).map(([file, text]) => [
      file,
      file.endsWith(".css") ? { links: cssLinks(text), ids: [] } : scanPage(text),
    ]),
  );
  const redirects = new Map([["/old/", "/incidents/x/"]]);
  return findDeadLinks({
    base: "/kb/",
    origin: "https://kb.example",
    files: Object.keys(files),
    scans,
    redirects,
    ...more,
  });
}
