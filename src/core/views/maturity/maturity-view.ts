import { addressOfAlert } from "../../addresses.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { type Criterion, ladder } from "../../maturity/ladder.ts";
import type { Mistake, Trace } from "../../maturity/mistake.ts";
import { mistakes } from "../../maturity/mistakes.ts";
import { type ReadinessAnswer, readinessOf } from "../../maturity/readiness.ts";
import { RUNGS } from "../../maturity/rung.ts";
import { MEASURES } from "../../reliability/measures/index.ts";
import { plainWords } from "../../words/plain-words.ts";
import { alertNames } from "../alert-view.ts";
import { addressOfMeasure } from "../figures/figure-addresses.ts";
import { latePage, type Page } from "../page.ts";
import type { Shown, ShownState } from "../shown.ts";
import { href, shownEntry, shownOf, type ViewContext } from "../view-context.ts";

/** Where the team stands, and the mistakes that teams make. */
export const MATURITY_PAGE = "/maturity/";
export const MISTAKES_PAGE = "/maturity/mistakes/";

/** One criterion as it stands on the page. */
interface ShownCriterion {
  readonly id: string;
  readonly title: string;
  readonly state: ShownState;
  /** "12 of 15; from 80 % on it counts as done", or why there is nothing to say. */
  readonly evidence: string;
  readonly next?: string;
  readonly more?: Shown;
}

/** How one service stands to the readiness checklist. */
interface ShownReadiness {
  readonly service: Shown;
  /** `8 met, 1 not met, 4 not answered`. */
  readonly counts: string;
  /** What is not met, and why: `runbooks: it has no runbook`. */
  readonly open: readonly string[];
  /** The items that nobody answered. */
  readonly unanswered: readonly string[];
  /** What is met, by what: `objective: orders-28d`. */
  readonly met: readonly string[];
}

/** The page of where the team stands. */
export interface MaturityView {
  readonly reached: string;
  readonly next?: { readonly title: string; readonly step: string };
  readonly rungs: readonly { readonly title: string; readonly criteria: readonly ShownCriterion[] }[];
  readonly mistakes: { readonly url: string; readonly seen: number; readonly of: number };
  readonly readiness: readonly ShownReadiness[];
}

/** The page of the mistakes that are looked for, each with how it stands. */
export interface MistakesView {
  readonly groups: readonly { readonly title: string; readonly mistakes: readonly ShownMistake[] }[];
}

interface ShownMistake {
  readonly id: string;
  readonly title: string;
  readonly judged: string;
  readonly state: ShownState;
  /** "3 of 42 incidents". */
  readonly count: string;
  readonly traces: readonly (Shown & { readonly note?: string })[];
  readonly more: readonly Shown[];
}

const STATES = {
  done: { id: "resolved", word: "Done", shape: "✓" },
  "not-yet": { id: "draft", word: "Not yet", shape: "○" },
  "no-data": { id: "unknown", word: "No data", shape: "–" },
  seen: { id: "overdue", word: "Seen", shape: "▲" },
  "not-seen": { id: "resolved", word: "Not seen", shape: "✓" },
} as const satisfies Record<string, ShownState>;

const RUNG_NAMES = { beginner: "Beginner", intermediate: "Intermediate", advanced: "Advanced" } as const;

/** Both pages; they are about how people work and stand on the internal site alone. */
export function* maturityPages(context: ViewContext): Generator<Page> {
  // Both look at everything, so it is looked for once, when the first of them is asked for.
  let found: readonly Mistake[] | undefined;
  const all = () => {
    found ??= mistakes(context.projection, context.now);
    return found;
  };
  yield latePage({ path: MATURITY_PAGE, template: "maturity", title: "Maturity" }, () =>
    maturityView(context, all()),
  );
  yield latePage({ path: MISTAKES_PAGE, template: "mistakes", title: "Mistakes that are looked for" }, () =>
    mistakesView(context, all()),
  );
}

function maturityView(context: ViewContext, all: readonly Mistake[]): MaturityView {
  const { rung, criteria, next } = ladder(context.projection, all, context.now);
  return {
    reached: rung === undefined ? "Not on the first rung yet" : RUNG_NAMES[rung],
    ...(next === undefined ? {} : { next: { title: next.title, step: next.next } }),
    rungs: RUNGS.map((each) => ({
      title: RUNG_NAMES[each],
      criteria: criteria.filter((one) => one.rung === each).map((one) => shownCriterion(context, one)),
    })),
    mistakes: {
      url: href(context, MISTAKES_PAGE),
      seen: all.filter(({ state }) => state === "seen").length,
      of: all.length,
    },
    readiness: context.projection.services
      .filter(({ data }) => !data.external || data.readiness.length > 0)
      .map((service) => shownReadiness(context, service)),
  };
}

function shownReadiness(context: ViewContext, service: Entry<"service">): ShownReadiness {
  const answers = readinessOf(context.projection, service, context.now);
  const of = (state: ReadinessAnswer["state"]) => answers.filter((answer) => answer.state === state);
  const words = ({ item, evidence }: ReadinessAnswer) =>
    evidence === undefined ? item : `${item}: ${evidence}`;
  const [met, open, apart, unanswered] = [of("yes"), of("no"), of("not-applicable"), of("unanswered")];
  return {
    service: shownOf(context, service),
    counts: [
      `${met.length} met`,
      `${open.length} not met`,
      ...(apart.length > 0 ? [`${apart.length} not applicable`] : []),
      ...(unanswered.length > 0 ? [`${unanswered.length} not answered`] : []),
    ].join(", "),
    open: open.map(words),
    unanswered: unanswered.map(({ item }) => item),
    met: met.map(words),
  };
}

function shownCriterion(context: ViewContext, criterion: Criterion): ShownCriterion {
  const { id, title, state, met, of, wanted, next, mistake } = criterion;
  return {
    id,
    title,
    state: STATES[state],
    evidence:
      state === "no-data"
        ? "Nothing is recorded that would show it."
        : `${met} of ${of}; from ${Math.round(wanted * 100)} % on it counts as done.`,
    ...(state === "done" ? {} : { next }),
    ...(mistake === undefined
      ? {}
      : { more: { id: mistake, title: "Where", url: `${href(context, MISTAKES_PAGE)}#${mistake}` } }),
  };
}

function mistakesView(context: ViewContext, all: readonly Mistake[]): MistakesView {
  const of = (state: Mistake["state"]) => all.filter((each) => each.state === state);
  return {
    groups: [
      { title: "Seen", mistakes: of("seen") },
      { title: "Looked for and not seen", mistakes: of("not-seen") },
      { title: "No data to look at", mistakes: of("no-data") },
    ]
      .filter((group) => group.mistakes.length > 0)
      .map(({ title, mistakes: group }) => ({
        title,
        mistakes: group.map((one) => shownMistake(context, one)),
      })),
  };
}

function shownMistake(context: ViewContext, { kind, state, of, count, traces }: Mistake): ShownMistake {
  const measure = MEASURES.find(({ id }) => id === kind.measure);
  return {
    id: kind.id,
    title: kind.title,
    judged: plainWords(kind.judged),
    state: STATES[state],
    count: state === "no-data" ? `no ${kind.unit}` : `${count ?? traces.length} of ${of} ${kind.unit}`,
    traces: traces.map((trace) => shownTrace(context, trace)),
    more: [
      ...(measure === undefined
        ? []
        : [{ id: measure.id, title: measure.name, url: href(context, addressOfMeasure(measure.id)) }]),
      ...(kind.code === undefined
        ? []
        : [{ id: kind.code, title: `check: ${kind.code}`, url: href(context, `/errors/${kind.code}/`) }]),
    ],
  };
}

function shownTrace(context: ViewContext, { kind, id, note }: Trace): Shown & { readonly note?: string } {
  const shown = kind === "alert" ? shownAlert(context, id) : shownEntry(context, kind, id);
  return { ...shown, ...(note === undefined || note === "" ? {} : { note }) };
}

/** An alert by its name; one that no service raises and no runbook answers has no page. */
function shownAlert(context: ViewContext, name: string): Shown {
  const known = alertNames(context).includes(name);
  return { id: name, title: name, ...(known ? { url: href(context, addressOfAlert(name)) } : {}) };
}
