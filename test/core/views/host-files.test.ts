import { expect, test } from "vitest";
import { hostFiles } from "../../../src/core/views/host-files.ts";
import type { ViewContext } from "../../../src/core/views/view-context.ts";

test.each([
  ["a name of its own", "https://status.example.org/", "/", "status.example.org\n"],
  ["a base path", "https://example.org/status/", "/status/", undefined],
  ["a name of the host's", "https://shop.github.io/", "/", undefined],
])(
  "a public site with %s tells crawlers where its map is, and its host its name where it has one",
  (_, url, base, name) => {
    const files = Object.fromEntries(of("public", url, base).map(({ path, content }) => [path, content]));
    expect(files["robots.txt"]).toBe(`User-agent: *\nAllow: ${base}\n\nSitemap: ${url}sitemap.xml\n`);
    expect(files.CNAME).toBe(name);
  },
);

test("no crawler is wanted on any other site", () => {
  for (const id of ["internal", "customer"])
    expect(of(id, "https://kb.example.org/", "/").slice(1)).toEqual([
      { path: "robots.txt", content: "User-agent: *\nDisallow: /\n" },
    ]);
});

test("headers stand below the base path, let programs of other sites read the public API, and forbid no page its own policy", () => {
  const told = of("public", "https://example.org/kb/", "/kb/")[0]!.content;
  expect(told).toContain("\n/kb/api/*\n  Access-Control-Allow-Origin: *\n");
  expect(told.match(/^\/.*$/gm)).toEqual([
    "/kb/*",
    "/kb/_astro/*",
    "/kb/offline-worker.js",
    "/kb/status/worker.js",
    "/kb/api/*",
    "/kb/status/*",
  ]);
  expect(told).not.toMatch(/default-src|style-src|frame-ancestors/);
  const own = of("internal", "https://kb.example.org/", "/")[0]!.content;
  expect(own).toContain("frame-ancestors 'none'");
  expect(own).not.toContain("Access-Control");
});

function of(id: string, url: string, base: string) {
  return hostFiles({
    projection: { reader: { id, internal: id === "internal" }, site: { url } },
    base,
  } as unknown as ViewContext);
}
