import { describe, expect, test } from "vitest";
import { objective } from "../../../src/core/schemas/service.ts";
import { importOpenSlo } from "../../../src/importers/openslo/import-openslo.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";

const services = new Map([
  ["checkout", "checkout"],
  ["web-shop", "checkout"],
  ["web-availability", "checkout"],
]);

function imported(text: string) {
  return importOpenSlo({ files: [{ name: "slo.yaml", text }], services, zone: "Europe/Berlin" });
}

function slo(
  more: { method?: string; window?: string; objectives?: string; indicator?: string; service?: string } = {},
) {
  return `# ours
apiVersion: openslo/v1
kind: SLO
metadata:
  name: Search_SLO
  displayName: Search
spec:
  service: ${more.service ?? "checkout"}
  budgetingMethod: ${more.method ?? "Occurrences"}
  timeWindow:
    - ${more.window ?? "{ duration: 4w, isRolling: true }"}
  objectives:
    - ${more.objectives ?? "{ target: 0.995 }"}
  ${more.indicator ?? "description: Search answers"}
`;
}

const placesOf = (text: string) =>
  imported(text)
    .problems.filter(({ leftOut }) => leftOut)
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code}: ${message}`);

describe("an OpenSLO objective", () => {
  test("becomes one of its service, with the query of a ratio on Prometheus", () => {
    const { objectives } = imported(
      slo({
        indicator: `indicator:
    metadata: { displayName: Requests that succeed }
    spec:
      ratioMetric:
        bad: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(bad[5m]))' } } }
        total: { metricSource: { type: Prometheus, spec: { query: 'sum(rate(all[5m]))' } } }`,
      }),
    );
    expect(objectives).toEqual([
      {
        service: "checkout",
        from: "slo.yaml",
        objective: {
          id: "search-slo",
          name: "Search",
          target: 0.995,
          window: { rolling: "28d" },
          source: "prometheus",
          query: "1 - (sum(rate(bad[5m]))) / (sum(rate(all[5m])))",
          indicator: "Requests that succeed",
        },
      },
    ]);
  });

  test("of a threshold is the share of time below it; an indicator of its own file is found by name", () => {
    const indicator = `---
apiVersion: openslo/v1
kind: SLI
metadata: { name: latency, displayName: Latency of searches }
spec:
  thresholdMetric:
    metricSource: { type: Prometheus, spec: { query: latency_ms } }
`;
    const { objectives } = imported(
      slo({ indicator: "indicatorRef: latency", objectives: "{ op: lt, value: 500, targetPercent: 99.9 }" }) +
        indicator,
    );
    expect(objectives[0]!.objective).toMatchObject({
      target: 0.999,
      query: "(latency_ms) < bool 500",
      indicator: "Latency of searches",
    });
  });

  test("that content cannot say is left out with file, line and column", () => {
    expect(placesOf(slo({ method: "RatioTimeslices" }))).toEqual([
      "slo.yaml:9:20 unsupported-method: Unexpected budgeting method `RatioTimeslices`, expected Occurrences or Timeslices: a mean of the ratios of slices is neither a share of events nor of time",
    ]);
    expect(placesOf(slo({ window: "{ duration: 1m, isRolling: false }" }))).toEqual([
      "slo.yaml:11:19 unsupported-window: Unexpected window of 1 min: in OpenSLO `m` is a minute; if a month is meant, it is written 1M",
    ]);
    expect(placesOf(slo({ service: "chekout" }))).toEqual([
      "slo.yaml:8:12 unknown-service: There is no service `chekout`. Did you mean `checkout`?",
    ]);
    expect(placesOf(slo({ objectives: "{ target: 1 }" }))).toEqual([
      "slo.yaml:13:17 unsupported-target: Unexpected target `1`, expected a share between 0 and 1 such as 0.999",
    ]);
    expect(placesOf("apiVersion: openslo/v1alpha\nkind: SLO\n")).toEqual([
      "slo.yaml:1:13 unsupported-version: Unexpected apiVersion `openslo/v1alpha`, expected openslo/v1",
    ]);
    expect(placesOf("kind: [\n")).toHaveLength(1);
  });

  test("of a calendar window keeps it, and says that the zone is the site's", () => {
    const { objectives, problems } = imported(
      slo({
        window: "{ duration: 1M, isRolling: false, calendar: { timeZone: America/New_York } }",
        method: "Timeslices",
      }),
    );
    expect(objectives[0]!.objective).toMatchObject({ window: { calendar: "month" } });
    expect(problems.map(({ code }) => code)).toEqual(["calendar-zone", "slices"]);
  });
});

const corpus = corpusFolder("openslo-examples");
test.skipIf(!corpus)(
  "the examples of the project are read, and what is unsupported is named with its place (corpus openslo-examples)",
  () => {
    const files = textsIn(corpus!, (path) => path.endsWith(".yaml")).map(({ path, text }) => ({
      name: path,
      text,
    }));
    expect(files).toHaveLength(4);
    const { objectives, problems } = importOpenSlo({ files, services, zone: "Europe/Berlin" });
    expect(
      objectives.map(({ from, objective: { id, target, window } }) => [
        from.split("/").at(-1),
        id,
        target,
        window,
      ]),
    ).toEqual([
      ["occurences-slo.yaml", "search-slo", 0.99, { rolling: "14d" }],
      ["timeslices-slo.yaml", "service-availability", 0.9995, { calendar: "week" }],
    ]);
    for (const { objective: each } of objectives) expect(objective.safeParse(each).error).toBeUndefined();
    expect(
      problems
        .filter(({ leftOut }) => leftOut)
        .map(({ file, line, column, code }) => [file.split("/").at(-1), line, column, code]),
    ).toEqual([
      ["ratio-timeslices.yaml", 29, 20, "unsupported-method"],
      ["timeslices-slo.yaml", 27, 17, "unsupported-window"],
    ]);
  },
);
