import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { dashboardPages } from "../../src/core/views/dashboards/dashboard-pages.ts";
import { figurePages } from "../../src/core/views/figures/figure-pages.ts";
import { objectivePages } from "../../src/core/views/objectives/objectives-view.ts";
import type { Page } from "../../src/core/views/page.ts";
import { serviceNumbers } from "../../src/core/views/services/service-numbers.ts";
import { siteFilesOf } from "../../src/core/views/site-files.ts";
import { type ViewContext, viewContext } from "../../src/core/views/view-context.ts";
import { MADE_UNTIL, makeKnowledge, type Size } from "./make-knowledge.ts";

const SIZES = [2_500, 5_000, 10_000];

/** Prints what all numbers of all pages cost from linked content: twice as much must not cost more than about twice. */
export function benchNumbers(print: (text: string) => void, counts: readonly number[]): void {
  for (const incidents of counts.length > 0 ? counts : SIZES) {
    const size: Size = { incidents, services: 100, actionItems: 2 * incidents, years: 5 };
    const knowledgeBase = makeKnowledge(size);
    print(
      `\n${size.incidents} incidents over ${size.years} years, ${size.services} services, ${size.actionItems} action items`,
    );
    const before = process.memoryUsage().heapUsed;
    const from = cpu();
    const context = viewContext(
      project(knowledgeBase, readerOf(knowledgeBase.site, "internal")!, MADE_UNTIL),
      MADE_UNTIL,
    );
    lap("projection", () => 0);
    lap("figures and their pages", () => weight(figurePages(context)));
    lap("objectives", () => weight(objectivePages(context)));
    lap("services in numbers", () => servicesWeight(context));
    lap("dashboards", () => weight(dashboardPages(context)));
    lap("downloads", () => [...siteFilesOf(context)].reduce((sum, { text }) => sum + text.length, 0));
    const used = (process.memoryUsage().heapUsed - before) / 2 ** 20;
    print(
      `${"all of it".padEnd(28)}${(cpu() - from).toFixed(2).padStart(8)} CPU s, ${Math.round(used)} MB more than the content, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB of the process at most`,
    );
  }

  function lap(name: string, work: () => number): void {
    const from = cpu();
    const size = work();
    print(
      `${name.padEnd(28)}${(cpu() - from).toFixed(2).padStart(8)} CPU s, ${(size / 2 ** 20).toFixed(1)} MB`,
    );
  }
}

function weight(pages: Iterable<Page>): number {
  let sum = 0;
  for (const { view } of pages) sum += JSON.stringify(view).length;
  return sum;
}

function servicesWeight(context: ViewContext): number {
  return context.projection.services.reduce(
    (sum, service) => sum + JSON.stringify(serviceNumbers(context, service)).length,
    0,
  );
}

function cpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
