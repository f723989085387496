import { addDays } from "../../action-items/add-duration.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import type { Interval } from "../../reliability/intervals.ts";
import { dateIn, startOfDay } from "../../time.ts";
import { dateWords } from "../../words/instant-words.ts";
import { bodyHtml } from "../body-html.ts";
import { periodWords } from "../figures/period-words.ts";
import { latePage, type Page } from "../page.ts";
import type { Shown } from "../shown.ts";
import { href, personName, shownOwner, type ViewContext } from "../view-context.ts";
import { type AgendaPoint, RHYTHMS, type Rhythm } from "./agenda.ts";
import { monthlyPoints } from "./monthly-points.ts";
import { quarterlyPoints } from "./quarterly-points.ts";
import { weeklyPoints } from "./weekly-points.ts";

/** A review that was held. */
export interface HeldReview {
  readonly id: string;
  readonly title: string;
  readonly rhythm: Rhythm;
  readonly day: string;
  readonly participants: string;
  readonly decisions: readonly { readonly text: string; readonly owner?: Shown }[];
  readonly bodyHtml: string;
}

/** The agenda of a review, ready to print. */
export interface AgendaView {
  readonly rhythm: Rhythm;
  readonly period: string;
  /** What was decided the last time. */
  readonly last?: HeldReview;
  readonly points: readonly AgendaPoint[];
  readonly others: readonly { readonly rhythm: Rhythm; readonly url: string }[];
  readonly command: string;
}

/** The page of all reviews. */
export interface ReviewListView {
  readonly agendas: readonly { readonly rhythm: Rhythm; readonly url: string; readonly period: string }[];
  readonly held: readonly HeldReview[];
}

const DAYS = { week: 7, month: 30, quarter: 91 } as const;

/** The reviews: how those that were held ended, and the agenda of the next of each rhythm. Outsiders have none. */
export function* reviewPages(context: ViewContext): Generator<Page> {
  const { projection } = context;
  if (!projection.reader.internal) return;
  const held = heldReviews(context);
  const agendas = RHYTHMS.map((rhythm) => ({
    rhythm,
    url: href(context, addressOfAgenda(rhythm)),
    period: periodWords(context, periodOf(context, rhythm)),
  }));
  const view: ReviewListView = { agendas, held };
  yield { path: "/reviews/", template: "review-list", title: "Reviews", view };
  for (const { rhythm } of agendas)
    yield latePage(
      { path: addressOfAgenda(rhythm), template: "agenda", title: `Review of the ${rhythm}` },
      () => agendaView(context, rhythm, held),
    );
}

/** The page of an agenda. */
export function addressOfAgenda(rhythm: Rhythm): string {
  return `/reviews/${rhythm}/`;
}

/** What the next review of a rhythm goes through, and how the last one ended. */
export function agendaView(
  context: ViewContext,
  rhythm: Rhythm,
  held: readonly HeldReview[] = heldReviews(context),
): AgendaView {
  const period = periodOf(context, rhythm);
  const last = held.find((review) => review.rhythm === rhythm);
  return {
    rhythm,
    period: periodWords(context, period),
    ...(last === undefined ? {} : { last }),
    points: [
      ...weeklyPoints(context, period),
      ...(rhythm === "week" ? [] : monthlyPoints(context, period)),
      ...(rhythm === "quarter" ? quarterlyPoints(context, period) : []),
    ],
    others: RHYTHMS.filter((other) => other !== rhythm).map((other) => ({
      rhythm: other,
      url: href(context, addressOfAgenda(other)),
    })),
    command: `npm run tidemark -- review decide "…" --period ${rhythm} --owner …`,
  };
}

/** The days up to today: so many that nothing falls between two reviews. */
function periodOf({ projection, now }: ViewContext, rhythm: Rhythm): Interval {
  const { timeZone } = projection.site;
  return { from: startOfDay(addDays(dateIn(now, timeZone), -DAYS[rhythm]), timeZone), to: now };
}

function heldReviews(context: ViewContext): HeldReview[] {
  return [...context.projection.reviews]
    .sort((a, b) => (a.data.on === b.data.on ? (a.id < b.id ? 1 : -1) : a.data.on < b.data.on ? 1 : -1))
    .map((entry) => heldReview(context, entry));
}

function heldReview(context: ViewContext, entry: Entry<"review">): HeldReview {
  const { id, data } = entry;
  return {
    id,
    title: data.title,
    rhythm: data.period,
    day: dateWords(data.on),
    participants: data.participants.map((handle) => personName(context, handle)).join(", "),
    decisions: data.decisions.map(({ text, owner }) => {
      const shown = shownOwner(context, owner);
      return shown === undefined ? { text } : { text, owner: shown };
    }),
    bodyHtml: bodyHtml(context, entry, { incidents: [], actionItems: [] }),
  };
}
