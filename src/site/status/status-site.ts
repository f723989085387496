import { fileOfPage } from "../../core/addresses.ts";
import { gatherStatus } from "../../core/views/status/gather-status.ts";
import type { StatusFacts } from "../../core/views/status/status-facts.ts";
import { type StatusPageView, statusPages } from "../../core/views/status/status-pages.ts";
import type { ViewContext } from "../../core/views/view-context.ts";
import { statusWords } from "../locales/status-words.ts";
import { documents } from "./documents.ts";
import { llmsText, siteMap } from "./site-listings.ts";
import { COMPONENT_CLASS, INDICATOR_CLASS } from "./state-classes.ts";
import { type Badge, badgeShields, badgeSvg } from "./status-badges.ts";
import { statusCalendar } from "./status-calendar.ts";
import { type Picture, statusCard } from "./status-card.ts";
import { type StatusFeed, statusFeed } from "./status-feeds.ts";
import { statusJson } from "./status-json.ts";
import { statusMetrics } from "./status-metrics.ts";
import { statusEmbed, statusWidget } from "./status-widget.ts";
import { STATUS_WORKER, statusWorker } from "./status-worker.ts";
import { statuspageApi } from "./statuspage-api.ts";

/** One file of the status site. */
export interface StatusFile {
  /** Path within the site's folder, `status/index.html`. */
  readonly path: string;
  /** Its text, or a picture that the writer encodes. */
  readonly content: string | Picture;
}

/**
 * Everything of the status site, pages and what other programs read, drawn without Astro: the fast lane writes these files,
 * without the pages of which it knows that they stand as they would be drawn.
 */
export function statusSite(
  context: ViewContext,
  facts = gatherStatus(context),
  stands: (path: string, view: StatusPageView) => boolean = () => false,
): StatusFile[] {
  const pages = [...statusPages(context, facts)].flatMap(({ path, template, view }): StatusFile[] => {
    const file = fileOfPage(path);
    return stands(file, view as StatusPageView)
      ? []
      : [{ path: file, content: documents[template]!(view as never) }];
  });
  return [...pages, ...statusFiles(facts)];
}

/** The files besides the pages: API, feeds, calendar, badges, metrics, widget. */
export function statusFiles(facts: StatusFacts): StatusFile[] {
  const components = facts.groups.flatMap((group) => group.components);
  return [
    ...[...statuspageApi(facts)].map(([name, value]) => file(`api/v2/${name}.json`, json(value))),
    ...feedFiles("history", statusFeed(facts, "history")),
    ...components.flatMap((component) => {
      const address = `status/feeds/${component.id}`;
      return feedFiles(address, statusFeed(facts, address, component));
    }),
    file("maintenance.ics", statusCalendar(facts)),
    ...badgeFiles("status/badge", overallBadge(facts)),
    ...components.flatMap(({ id, name, state }) =>
      badgeFiles(`status/badges/${id}`, {
        label: name,
        message: words(facts).component[state],
        state: COMPONENT_CLASS[state],
      }),
    ),
    file("status/status.json", json(statusJson(facts))),
    file("status/metrics.txt", statusMetrics(facts)),
    file("status/widget.js", statusWidget(facts)),
    file("status/embed/index.html", statusEmbed(facts)),
    file("status/card.png", statusCard(facts)),
    file(STATUS_WORKER, statusWorker(facts.base, facts.locales)),
  ];
}

/** What is said of a whole public site: its map, and what a language model should know. */
export function listingFiles(facts: StatusFacts, paths: readonly string[]): StatusFile[] {
  return [file("sitemap.xml", siteMap(facts, paths)), file("llms.txt", llmsText(facts))];
}

function overallBadge(facts: StatusFacts): Badge {
  return {
    label: facts.name,
    message: words(facts).overall[facts.overall.description],
    state: INDICATOR_CLASS[facts.overall.indicator],
  };
}

function badgeFiles(path: string, badge: Badge): StatusFile[] {
  return [file(`${path}.svg`, badgeSvg(badge)), file(`${path}.json`, json(badgeShields(badge)))];
}

function feedFiles(path: string, feed: StatusFeed): StatusFile[] {
  return [file(`${path}.atom`, feed.atom), file(`${path}.rss`, feed.rss), file(`${path}.json`, feed.json)];
}

function words(facts: StatusFacts) {
  return statusWords(facts.locales[0] ?? "en");
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function file(path: string, content: StatusFile["content"]): StatusFile {
  return { path, content };
}
