import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContentFolder, makeContentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runBuild, runCheck } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const PAGE = "incidents/2026-03-14-checkout-timeouts/index.html";

let folder: ContentFolder;
let out: string;

beforeAll(async () => {
  folder = makeContentFolder();
  const run = await runBuild(folder);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  expect(run.stdout).toMatch(/^Built \d+ pages \(\d+ drawn anew\)/);
  out = run.out;
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("the instant `resolved` of a file stands on its page as a time, and in the figure that is computed from it", () => {
  const html = readFileSync(join(out, PAGE), "utf8");
  expect(html).toContain('<time datetime="2026-03-14T18:12:00Z"');
  expect(textOf(html)).toMatch(/Time to restore\s*detected → resolved\s*34 min/);
});

test("and on the lists that speak of the incident: its own, its service's, its severity's, the first page", () => {
  for (const page of [
    "incidents/index.html",
    "services/checkout/index.html",
    "taxonomy/severities/sev1/index.html",
    "index.html",
  ])
    expect(textOf(readFileSync(join(out, page), "utf8")), page).toMatch(/Checkout timeouts at peak.*34 min/s);
});

test("when it changes, the page and the figure change with it, and no page that does not show it is drawn anew", async () => {
  writeFiles(folder.content, {
    [INCIDENT]: minimalFile(INCIDENT, "resolved: 2026-03-14T18:12:00Z", "resolved: 2026-03-14T18:30:00Z"),
  });
  const run = await runBuild(folder);
  expect(run.code).toBe(0);
  const html = readFileSync(join(out, PAGE), "utf8");
  expect(html).toContain('<time datetime="2026-03-14T18:30:00Z"');
  expect(textOf(html)).toMatch(/Time to restore\s*detected → resolved\s*52 min/);
  const [, pages, drawn] = /^Built (\d+) pages \((\d+) drawn anew\)/.exec(run.stdout)!;
  expect(Number(drawn)).toBeGreaterThan(3);
  expect(Number(drawn)).toBeLessThan(Number(pages) / 4);
});

test("when it contradicts another, the check says so with both places, and the page stays", async () => {
  writeFiles(folder.content, {
    [INCIDENT]: minimalFile(INCIDENT, "resolved: 2026-03-14T18:12:00Z", "resolved: 2026-03-14T17:32:00Z"),
  });
  const { code, diagnostics } = await runCheck(folder);
  expect(code).toBe(1);
  expect(diagnostics.filter((each) => each.code === "milestone-order")).toContainEqual(
    expect.objectContaining({
      severity: "error",
      file: `content/${INCIDENT}`,
      line: 14,
      column: 13,
      related: [expect.objectContaining({ file: `content/${INCIDENT}` })],
    }),
  );
  expect(await runBuild(folder)).toMatchObject({ code: 1 });
  expect(readFileSync(join(out, PAGE), "utf8")).toContain('<time datetime="2026-03-14T18:30:00Z"');
});

test("every entry, team, term, alert and problem has its page, old ids lead to new ones, and there is nothing else", () => {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith("index.html"),
  );
  const below = (kind: string) =>
    pages
      .filter((page) => page.startsWith(`${kind}/`))
      .map((page) => page.slice(kind.length + 1, -"/index.html".length))
      .filter(Boolean)
      .sort();
  expect(below("incidents")).toEqual(["2026-03-14-checkout-timeouts"]);
  expect(below("postmortems")).toEqual(["2026-03-14-checkout-timeouts"]);
  expect(below("runbooks")).toEqual(["checkout-pool-exhausted"]);
  expect(below("services")).toEqual([
    "billing",
    "checkout",
    "checkout/figures",
    "payments",
    "payments/figures",
  ]);
  expect(below("teams")).toEqual(["billing-team", "payments"]);
  expect(below("alerts")).toEqual(["CheckoutLatencyHigh"]);
  expect(below("taxonomy/severities")).toEqual(["sev1", "sev3"]);
  const codes = readdirSync(join(import.meta.dirname, "../fixtures/rules")).sort();
  expect(below("errors")).toEqual(codes);
  for (const [old, now] of [
    ["services/billing", "/services/payments/"],
    ["teams/billing-team", "/teams/payments/"],
  ])
    expect(readFileSync(join(out, old!, "index.html"), "utf8")).toContain(
      `<meta http-equiv="refresh" content="0; url=${now}">`,
    );
  expect(existsSync(join(out, "404.html"))).toBe(true);
  // No file of ours, no date, no path of this machine and no front matter went along.
  const everything = readdirSync(out, { recursive: true, encoding: "utf8" });
  expect(everything.filter((name) => /\.(?:mdx|ya?ml|map|ts|lock|tidemark)$/.test(name))).toEqual([]);
  for (const page of pages) expect(readFileSync(join(out, page), "utf8")).not.toContain(folder.root);
});

function textOf(html: string): string {
  const read = (node: DefaultTreeAdapterTypes.Node): string =>
    "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(read).join(" ") : "";
  return read(parse(html)).replace(/\s+/g, " ");
}
