import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SloFlags } from "../../scripts/slo.ts";
import { check } from "../../src/core/check.ts";
import { releaseGate } from "../../src/core/reliability/objectives/release-gate.ts";
import { epochOf } from "../../src/core/time.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { type ContentFolder, contentFolder, digestsOf } from "../support/content-folder.ts";
import { type RunningPrometheus, startPrometheus } from "../support/prometheus.ts";
import { checkout, now, pullFrom, RATIO, service } from "./slo-example.ts";

const STEP = 300;

/**
 * Three days, a sample every five minutes of 100 events. On the 1st one in a hundred fails. On the 2nd one busy sample has 1,000
 * events and half of them fail; nothing else does. On the 3rd nothing is measured after noon.
 */
function history(): string {
  const [good, all, share]: string[][] = [[], [], []];
  const first = epochOf("2026-03-01T00:00:00Z") / 1000;
  for (let sample = 1; sample <= 3 * 288 - 144; sample++) {
    // Scraped a minute before each step, so that no edition of Prometheus sees the last one twice.
    const at = first + sample * STEP - 60;
    const busy = sample === 300;
    const total = busy ? 1000 : 100;
    const fine = sample <= 288 ? 99 : busy ? 500 : 100;
    good!.push(`shop_good ${fine} ${at}`);
    all!.push(`shop_all ${total} ${at}`);
    share!.push(`shop_share ${fine / total} ${at}`);
  }
  const family = (name: string, lines: readonly string[]) => [`# TYPE ${name} gauge`, ...lines];
  return [
    ...family("shop_good", good!),
    ...family("shop_all", all!),
    ...family("shop_share", share!),
    "# EOF",
    "",
  ].join("\n");
}

let prometheus: RunningPrometheus | undefined;
beforeAll(async () => {
  prometheus = await startPrometheus(history());
}, 60_000);
afterAll(async () => prometheus?.stop());

const pull = (folder: ContentFolder, more: Partial<SloFlags> = {}) =>
  pullFrom(prometheus?.address ?? "", folder, more);
const SNAPSHOT = "measurements/2026-03-04-checkout-orders.yaml";

describe("a pull from a real Prometheus", () => {
  test("sums good and all events of each whole day, so that busy hours weigh more", async ({ skip }) => {
    if (!prometheus) skip();
    const folder = checkout(RATIO);
    expect(await pull(folder)).toEqual({ code: 0, said: `${SNAPSHOT}: 3 days\n` });
    const text = readFileSync(join(folder.content, SNAPSHOT), "utf8");
    expect(text.replaceAll('"', "").replace(/127[.\d]+:\d+/, "HOST")).toBe(`service: checkout
objective: orders
source: Prometheus at HOST
taken: 2026-03-04T11:00:00Z
days:
  - { date: 2026-03-01, good: 28512, total: 28800 }
  - { date: 2026-03-02, good: 29200, total: 29700 }
  - { date: 2026-03-03, good: 14400, total: 14400 }
`);
    const read = readContent(folder.content, cacheFolderOf(folder.content));
    expect(
      check(read.knowledgeBase, read.diagnostics, read.sourceOf, now).filter(
        ({ severity }) => severity === "error",
      ),
    ).toEqual([]);
    const before = digestsOf(folder.content);
    expect((await pull(folder)).code).toBe(0);
    expect(digestsOf(folder.content)).toEqual(before);
  });

  test("takes a share alone as so much of each sample", async ({ skip }) => {
    if (!prometheus) skip();
    const folder = checkout("avg(shop_share)");
    expect((await pull(folder, { days: 2 })).code).toBe(0);
    const text = readFileSync(join(folder.content, SNAPSHOT), "utf8").replaceAll('"', "");
    expect(text).toContain(
      "days:\n  - { date: 2026-03-02, good: 287.5, total: 288 }\n  - { date: 2026-03-03, good: 144, total: 144 }\n",
    );
  });

  test("takes what journeys promise in as well, and budgets and the gate go by it", async ({ skip }) => {
    if (!prometheus) skip();
    const journey = `journeys:
  - id: checkout
    name: Buy
    services: [checkout]
    indicator: Orders that go through
    objectives:
      - { id: orders, target: 0.99, window: { rolling: 3d }, source: prometheus, query: '${RATIO}' }
`;
    const folder = contentFolder({
      "services/checkout.mdx": service(RATIO),
      "journeys.yaml": journey,
    });
    const path = "measurements/2026-03-04-journey-checkout-orders.yaml";
    expect(await pull(folder)).toEqual({ code: 0, said: `${SNAPSHOT}: 3 days\n${path}: 3 days\n` });
    expect((await pull(folder, { journey: "checkout" })).said).toBe(`${path}: 3 days\n`);
    expect((await pull(folder, { journey: "chekout" })).code).toBe(2);
    const { knowledgeBase } = readContent(folder.content, cacheFolderOf(folder.content));
    const midnight = epochOf("2026-03-04T00:00:00Z");
    const gate = releaseGate(knowledgeBase!, "checkout", midnight);
    // 288 of 28,800, 500 of 29,700 and none of 14,400 events failed, and no incident is recorded.
    const { budget, commitment } = gate.tightest!;
    expect(commitment.objective.target).toBe(0.99);
    expect(budget.availability).toBeCloseTo(1 - 788 / 72_900, 9);
    expect(budget.unrecorded).toBeCloseTo(budget.downtime, 3);
    expect(gate.frozen).toBe(true);
  });

  test.for([
    ["a query that is wrong", "sum(shop_good", /orders: .* answers with 400: .*parse error/],
    ["several series", "{__name__=~'shop_.*'} > 0", /expected one: put sum\(\) around it/],
    [
      "a series that is not there",
      "sum(nothing) / sum(shop_all) * 1",
      /nothing was measured in the last 3 days/,
    ],
  ] as const)("refuses %s, and writes nothing", async ([, query, message], { skip }) => {
    if (!prometheus) skip();
    const folder = checkout(query.replaceAll("'", "''"));
    const before = digestsOf(folder.content);
    const { code, said } = await pull(folder);
    expect(said).toMatch(message);
    expect([code, said.endsWith("Nothing was written.\n")]).toEqual([2, true]);
    expect(digestsOf(folder.content)).toEqual(before);
  });
});
