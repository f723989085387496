import { dateIn, epochOf } from "../../time.ts";
import type { Page } from "../page.ts";
import { href, type ViewContext } from "../view-context.ts";
import { gatherStatus } from "./gather-status.ts";
import { type HistoryMonth, historyMonths } from "./history-months.ts";
import type { StatusFacts } from "./status-facts.ts";

/** A page in another language, or of another year. */
export interface StatusLink {
  readonly name: string;
  readonly url: string;
  readonly current: boolean;
}

/** Everything that a status page shows besides its words. */
export interface StatusPageView {
  readonly locale: string;
  /** The same page in all languages of the site. */
  readonly languages: readonly StatusLink[];
  readonly statusUrl: string;
  readonly historyUrl: string;
  /** What is known; of what is past only the last seven days. */
  readonly facts: StatusFacts;
}

/** A page of the history: what happened in some months. */
export interface StatusHistoryView extends StatusPageView {
  readonly years: readonly StatusLink[];
  /** A year that is over and in which nothing is open changes no more: it says no instant of its making. */
  readonly over: boolean;
  readonly months: readonly HistoryMonth[];
}

const WEEK = 7 * 86_400_000;

/** Where the status page of a language stands: the main one at /status/, others below it. */
export function statusPath(locales: readonly string[], locale: string): string {
  return locale === (locales[0] ?? "en") ? "/status/" : `/status/${locale.toLowerCase()}/`;
}

/** The status page and its history, in every language of the site. */
export function* statusPages(context: ViewContext, facts = gatherStatus(context)): Generator<Page> {
  const months = historyMonths(facts);
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  const now = epochOf(facts.asOf);
  const monthOf = (instant: string) => dateIn(epochOf(instant), facts.zone);
  const recent = (at: string | undefined) => at !== undefined && epochOf(at) > now - WEEK;
  const shown: StatusFacts = {
    ...facts,
    past: facts.past.filter(({ resolved }) => recent(resolved)),
    done: facts.done.filter(({ to }) => recent(to)),
  };
  const frame: StatusFacts = { ...facts, groups: [], open: [], past: [], planned: [], done: [] };
  for (const locale of facts.locales) {
    const home = statusPath(facts.locales, locale);
    const at = (path: string, language = locale) => href(context, statusPath(facts.locales, language) + path);
    const view = (path: string) => ({
      locale,
      languages: facts.locales.map((each) => ({ name: each, url: at(path, each), current: each === locale })),
      statusUrl: at(""),
      historyUrl: at("history/"),
    });
    const history = (year: string | undefined): StatusHistoryView => ({
      ...view(year === undefined ? "history/" : `history/${year}/`),
      facts: frame,
      years: years.map((each, index) => ({
        name: each,
        url: at(index === 0 ? "history/" : `history/${each}/`),
        current: each === (year ?? years[0]),
      })),
      months: months.filter(({ month }) => month.startsWith(year ?? years[0]!)),
      over: year !== undefined && !facts.open.some(({ started }) => monthOf(started).startsWith(year)),
    });
    yield { path: home, template: "status", title: "Status", view: { ...view(""), facts: shown } };
    yield { path: `${home}history/`, template: "status-history", title: "History", view: history(undefined) };
    for (const year of years.slice(1))
      yield {
        path: `${home}history/${year}/`,
        template: "status-history",
        title: `History ${year}`,
        view: history(year),
      };
  }
}
