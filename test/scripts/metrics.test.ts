import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { figureByName, twelveMonths } from "../../src/core/reliability/measures/figure.ts";
import { explanation } from "../../src/core/reports/explanation.ts";
import { metricsReport } from "../../src/core/reports/metrics/metrics-report.ts";
import { epochOf } from "../../src/core/time.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { runTidemark } from "../support/run-tidemark.ts";

const content = resolve(import.meta.dirname, "../../content");
const scratch = mkdtempSync(join(tmpdir(), "tidemark-metrics-"));
let printed: string;
let json: { figures: { figure: string; kind: string; numbers: { statistic: string; value: number }[] }[] };

beforeAll(async () => {
  printed = (await tidemark("metrics", "--by", "service,severity", "--format", "json")).stdout;
  json = JSON.parse(printed);
}, 60_000);

afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function tidemark(...words: string[]) {
  return runTidemark([...words, "--content", content]);
}

test("the same content and as-of give the same bytes, and no number is missing or infinite", async () => {
  const again = await tidemark("metrics", "--by", "service,severity", "--format", "json");
  expect(again.stdout).toBe(printed);
  expect(again.stdout).not.toMatch(/NaN|Infinity/);
  expect(json.figures.length).toBeGreaterThan(100);
});

test("the zone of the machine changes nothing", async () => {
  const words = ["metrics", "--by", "service,severity", "--format", "json", "--content", content];
  expect((await runTidemark(words, { TZ: "Pacific/Apia" })).stdout).toBe(printed);
}, 60_000);

test("what is printed is what the published schema says, to the last key", async () => {
  const sliced = (await tidemark("metrics", "--by", "team,layer", "--format", "json")).stdout;
  for (const report of [json, JSON.parse(sliced)]) expect(metricsReport.parse(report)).toEqual(report);
});

test("Prometheus' own tools read both of its formats", async () => {
  const prometheus = await tidemark("metrics", "--format", "prometheus", "--by", "service");
  const checked = spawnSync("promtool", ["check", "metrics"], { input: prometheus.stdout, encoding: "utf8" });
  if (checked.error && !process.env.CI) return void console.warn("promtool is not installed: not tried");
  expect({ status: checked.status, said: checked.stderr + checked.stdout }).toEqual({ status: 0, said: "" });
  const file = join(scratch, "figures.om");
  writeFileSync(file, (await tidemark("metrics", "--format", "openmetrics")).stdout);
  const blocks = execFileSync(
    "promtool",
    ["tsdb", "create-blocks-from", "openmetrics", file, join(scratch, "tsdb")],
    {
      encoding: "utf8",
    },
  );
  expect(blocks).toContain("BLOCK ULID");
}, 60_000);

test("CSV and Markdown hold a row for every figure", async () => {
  const csv = (await tidemark("metrics", "--format", "csv")).stdout;
  expect(csv.split("\r\n")[0]).toBe("figure,code,by,slice,statistic,value,unit,low,high,note");
  expect(csv).toContain("time-to-restore,M2,,,median,");
  expect((await tidemark("metrics", "--format", "md", "--measure", "M2")).stdout).toContain(
    "| M2 | Time to restore | all |",
  );
});

test("ten figures of chance can be worked out again from the lines that `explain` names, and from nothing else", () => {
  const { knowledgeBase, sourceOf } = readContent(content, join(scratch, "cache"));
  const now = epochOf(knowledgeBase!.site.asOf!);
  const known = asKnownAt(knowledgeBase!, now);
  const medians = json.figures.filter(
    ({ figure, kind }) =>
      kind === "distribution" && /^(time-to-(detect|restore|mitigate)|start-to-restore)/.test(figure),
  );
  for (let turn = 0; turn < 10; turn++) {
    const { figure: name, numbers } = medians[(turn * 7919) % medians.length]!;
    const figure = figureByName(known, name, twelveMonths(now, known.site.timeZone), now);
    if ("unknown" in figure) throw new Error(`Unexpected figure ${name}`);
    const text = explanation(figure, sourceOf, now);
    const end = text.indexOf("\nLeft out (");
    const cases = text.slice(text.indexOf("\nCases ("), end === -1 ? undefined : end);
    const instants = [...cases.matchAll(/^ {6}(\S+):(\d+)$/gm)].map(([, file, line]) =>
      instantAt(file!, Number(line)),
    );
    const lengths = Array.from(
      { length: instants.length / 2 },
      (_, at) => (instants[2 * at + 1]! - instants[2 * at]!) / 1000,
    ).sort((a, b) => a - b);
    const middle = (lengths.length - 1) / 2;
    const median = (lengths[Math.floor(middle)]! + lengths[Math.ceil(middle)]!) / 2;
    expect([name, median]).toEqual([name, numbers.find(({ statistic }) => statistic === "median")!.value]);
  }
}, 60_000);

/** The instant on a line of a file, read as anybody would. */
function instantAt(file: string, line: number): number {
  const text = readFileSync(join(dirname(content), file), "utf8").split("\n")[line - 1]!;
  return Date.parse(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/.exec(text)![0]);
}

test("what is not there is named, with the nearest word, and ends with 2", async () => {
  expect(await tidemark("explain", "time-to-restor")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`time-to-restore`"),
  });
  expect(await tidemark("explain", "M2/servce=checkout")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`service`"),
  });
  expect(await tidemark("explain", "M2/service=chekout")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("There is no service `chekout`. Did you mean `checkout`?"),
  });
  expect(await tidemark("explain", "M2", "--since", "2026-05-01", "--until", "2026-04-01")).toMatchObject({
    code: 2,
  });
  expect(await tidemark("metrics", "--measure", "M99")).toMatchObject({ code: 2 });
  expect(await tidemark("metrics", "--since", "2026-02-30")).toMatchObject({ code: 2 });
  expect(await tidemark("metrics", "--since", "2026-05-01", "--until", "2026-04-01")).toMatchObject({
    code: 2,
  });
  expect(await tidemark("gate", "--service", "chekout")).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("`checkout`"),
  });
}, 60_000);

test("a command that counts what pages may not show says so", async () => {
  const { stdout } = await tidemark("metrics", "--measure", "M2");
  expect(stdout).toMatch(
    /\n2 restricted incidents are known here and left out of the figures on internal pages\.\n$/,
  );
  expect((await tidemark("explain", "M2")).stdout).toMatch(
    /rank correlation ρ = .*\n[\s\S]*left out of the figures/,
  );
});

test("a period without incidents says that there is no data", async () => {
  const { stdout, code } = await tidemark("metrics", "--since", "2019-01-01", "--until", "2019-02-01");
  expect(code).toBe(0);
  expect(stdout).toContain("no data: No incident in this period.");
});

test("the gate says in one sentence whether a service may be released", async () => {
  const { stdout, code } = await tidemark("gate", "--service", "checkout");
  expect([0, 7]).toContain(code);
  expect(stdout).toMatch(/^checkout: releases are (free|frozen), .*\.\n$/);
});
