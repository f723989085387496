import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../../src/core/addresses.ts";
import { contentPath } from "../../../src/core/content-path.ts";
import { resolveLink } from "../../../src/core/knowledge-base/resolve-link.ts";
import { buildIncident } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const knowledgeBase = buildKnowledgeBase([buildIncident({ aliases: ["2026-03-02-old"] })], {
  assets: [{ path: "images/graph.png", type: "png", digest: "00" }],
});
const FILE = "content/incidents/2026-03-02-slow-search.mdx";

const step = fc.constantFrom(
  "..",
  ".",
  "",
  "incidents",
  "images",
  "services",
  "2026-03-02-slow-search.mdx",
  "2026-03-02-old",
  "graph.png",
  "checkout",
  "%2e%2e",
  "..%2f",
  "etc",
  "passwd",
  "content",
  "C:",
  "\\",
  "__proto__",
  "constructor",
  "%00",
  "%",
  "é",
);
const address = fc
  .tuple(
    fc.constantFrom("", "/", "//", "./", "../", "https:/", "?", "#"),
    fc.array(step, { maxLength: 6 }),
    fc.constantFrom("", "/", "#a", "?raw", "#%"),
  )
  .map(([start, steps, end]) => start + steps.join("/") + end);

describe("whatever a link says", () => {
  test("it leads to something that the knowledge base has, to another host, or nowhere", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string()), (href) => {
        const target = resolveLink(knowledgeBase, FILE, href);
        if (target.kind === "entry") expect(knowledgeBase.look[target.entryKind].has(target.id)).toBe(true);
        if (target.kind === "asset") expect(target.path).toBe("images/graph.png");
        if (target.kind === "page") expect(target.path).toMatch(/^\/(?:[a-z-]+\/)*$/);
        if (target.kind === "external") expect(href).toMatch(/^(?:https?|mailto):/i);
      }),
      { numRuns: 5_000 },
    );
  });

  test("no path climbs out of the content folder", () => {
    fc.assert(
      fc.property(address, (href) => {
        const segments = contentPath("content", FILE, decodeURI(href.replaceAll("%", "%25")));
        expect(
          (segments ?? []).filter((segment) => segment === ".." || segment === "." || segment === ""),
        ).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });
});

test.each([
  ["2026-03-02-slow-search.mdx", { kind: "entry", entryKind: "incident", id: "2026-03-02-slow-search" }],
  [
    "../incidents/2026-03-02-old#why",
    { kind: "entry", entryKind: "incident", id: "2026-03-02-slow-search", fragment: "why" },
  ],
  [addressOf("service", "checkout"), { kind: "entry", entryKind: "service", id: "checkout" }],
  ["../images/graph.png", { kind: "asset", path: "images/graph.png" }],
  ["#why", { kind: "here", fragment: "why" }],
  ["/", { kind: "page", path: "/" }],
  ["/taxonomy/severities/sev1/", { kind: "page", path: "/taxonomy/severities/sev1/" }],
  ["mailto:a@shop.example", { kind: "external" }],
  ["../../package.json", { kind: "outside" }],
  ["%2e%2e/%2e%2e/package.json", { kind: "outside" }],
])("%s leads to %j", (href, target) => {
  expect(resolveLink(knowledgeBase, FILE, href)).toMatchObject(target);
});
