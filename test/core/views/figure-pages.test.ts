import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { asKnownAt } from "../../../src/core/audience/as-known-at.ts";
import { project } from "../../../src/core/audience/project.ts";
import { readerOf } from "../../../src/core/audience/reader.ts";
import { figureByName, twelveMonths } from "../../../src/core/reliability/measures/figure.ts";
import { seededRandom } from "../../../src/core/reliability/statistics/seeded-random.ts";
import { explanation } from "../../../src/core/reports/explanation.ts";
import { epochOf } from "../../../src/core/time.ts";
import { figurePages } from "../../../src/core/views/figures/figure-pages.ts";
import type { FigureRow } from "../../../src/core/views/figures/figure-row.ts";
import type { FiguresView } from "../../../src/core/views/figures/figures-view.ts";
import type { MeasureView } from "../../../src/core/views/figures/measure-view.ts";
import type { ServiceFiguresView } from "../../../src/core/views/figures/service-figures-view.ts";
import type { Page } from "../../../src/core/views/page.ts";
import { siteFilesOf } from "../../../src/core/views/site-files.ts";
import { viewContext } from "../../../src/core/views/view-context.ts";
import { durationWords } from "../../../src/core/words/duration-words.ts";
import { readContent } from "../../../src/loader/read-content.ts";

const content = join(import.meta.dirname, "..", "..", "..", "content");
const scratch = mkdtempSync(join(tmpdir(), "tidemark-figures-"));
afterAll(() => rmSync(scratch, { recursive: true }));

const { knowledgeBase, sourceOf } = readContent(content, join(scratch, "cache"));
const now = epochOf(knowledgeBase!.site.asOf!);

function contextOf(audience: string) {
  const reader = readerOf(knowledgeBase!.site, audience)!;
  return viewContext(project(asKnownAt(knowledgeBase!, now), reader, now), now, sourceOf);
}

const pages = [...figurePages(contextOf("internal"))];

/** A figure as a page shows it, with the lines that the same page names. */
interface Shown {
  readonly page: string;
  readonly row: FigureRow;
  readonly places: readonly (readonly string[])[];
}

function shownOn({ path, template, view }: Page): Shown[] {
  if (template === "measure") {
    const { row, explained } = view as MeasureView;
    return [{ page: path, row, places: explained.cases.map(({ places }) => places) }];
  }
  if (template === "service-figures")
    return (view as ServiceFiguresView).sections.map(({ row, explained }) => ({
      page: path,
      row,
      places: explained.cases.map(({ places }) => places),
    }));
  return [];
}

const FROM_TWO_LINES = /^(time-to-(detect|restore|mitigate|acknowledge)|start-to-restore)(\/|$)/;

test("ten figures of chance are worked out again from the lines that their pages name, and from nothing else", () => {
  const all = pages
    .flatMap(shownOn)
    .filter(({ row }) => row.lengths !== undefined && FROM_TWO_LINES.test(row.id));
  expect(all.length).toBeGreaterThan(30);
  const random = seededRandom(20_261_125);
  for (let turn = 0; turn < 10; turn++) {
    const { page, row, places } = all[Math.floor(random() * all.length)]!;
    const lengths = places.map(([from, to]) => instantAt(to!) - instantAt(from!)).sort((a, b) => a - b);
    const middle = (lengths.length - 1) / 2;
    const median = (lengths[Math.floor(middle)]! + lengths[Math.ceil(middle)]!) / 2;
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect([page, row.id, lengths.length, durationWords(median), durationWords(mean)]).toEqual([
      page,
      row.id,
      row.n,
      row.lengths!.median,
      row.lengths!.mean,
    ]);
  }
});

/** The instant on a line of a file, read as anybody would. */
function instantAt(place: string): number {
  const [, file, line] = /^(\S+):(\d+)$/.exec(place)!;
  const text = readFileSync(join(dirname(content), file!), "utf8").split("\n")[Number(line) - 1]!;
  return Date.parse(/\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2})/.exec(text)![0]);
}

test("a page names the same cases, lines and reasons as `tidemark explain`", () => {
  const { projection } = contextOf("internal");
  for (const { row, explained } of pages
    .filter(({ template }) => template === "measure")
    .map(({ view }) => view as MeasureView)) {
    const figure = figureByName(projection, row.id, twelveMonths(now, projection.site.timeZone), now);
    if ("unknown" in figure) throw new Error(`Unexpected figure ${row.id}`);
    const told = explanation(figure, sourceOf, now);
    for (const { places } of [...explained.cases, ...explained.leftOut])
      for (const place of places) expect([row.id, told.includes(`${place}\n`)]).toEqual([row.id, true]);
    expect([row.id, explained.cases.length + explained.moreCases]).toEqual([row.id, figure.inputs.length]);
  }
});

test("every figure links to a page of the site that explains it, and to the right part of it", () => {
  const known = new Map(pages.map((page) => [page.path, page]));
  const base = contextOf("internal").base;
  const overview = pages[0]!.view as FiguresView;
  const links = [
    ...[...overview.lengths, ...overview.others].map(({ url }) => url),
    ...overview.services.flatMap(({ incidents, cells }) => [incidents.url!, ...cells.map(({ url }) => url!)]),
  ];
  for (const link of links) {
    const [path, anchor] = `/${link.slice(base.length)}`.split("#");
    const page = known.get(path!)!;
    if (anchor === undefined) continue;
    expect((page.view as ServiceFiguresView).sections.map(({ row }) => row.url.split("#")[1])).toContain(
      anchor,
    );
  }
});

test("no number is missing or infinite, and what has no data says why", () => {
  const text = JSON.stringify(pages);
  expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  for (const { row } of pages.flatMap(shownOn))
    expect([row.id, row.none === undefined]).toEqual([
      row.id,
      row.lengths !== undefined || row.value !== undefined,
    ]);
});

test("outsiders get figures of what they may know, without files, lines or targets", () => {
  const outside = [...figurePages(contextOf("public"))];
  const files = [...siteFilesOf(contextOf("public"))];
  const text = JSON.stringify([outside, files]);
  expect(text).not.toMatch(/\.mdx|within target|target/);
  expect(outside.filter(({ template }) => template === "measure").map(({ path }) => path)).toEqual([
    "/figures/time-to-restore/",
    "/figures/start-to-restore/",
    "/figures/frequency/",
    "/figures/downtime/",
    "/figures/time-to-first-update/",
    "/figures/longest-silence/",
  ]);
});

test("a download holds every case of its measure, also those that the page has no room for", () => {
  const files = new Map([...siteFilesOf(contextOf("internal"))].map(({ path, text }) => [path, text]));
  const csv = files.get("/figures/time-to-restore/cases.csv")!;
  const measure = pages.find(({ path }) => path === "/figures/time-to-restore/")!.view as MeasureView;
  expect(csv.split("\r\n").filter((line) => line.includes(",yes,"))).toHaveLength(measure.row.n);
  expect(csv).toContain("content/incidents/");
  expect(files.get("/figures/figures.csv")).toContain(
    "time-to-restore/service=checkout,M2,service,checkout,median,",
  );
});
