import { addressOfAlert } from "../addresses.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { markVariables } from "../markdown/mark-variables.ts";
import { changedSinceVerified } from "../status/changed-since-verified.ts";
import { runbookFreshness } from "../status/runbook-freshness.ts";
import { dateWords } from "../words/instant-words.ts";
import { lengthWords } from "../words/length-words.ts";
import { bodyHtml } from "./body-html.ts";
import { type CallLevel, callList } from "./call-list.ts";
import { onCallNow } from "./on-call-now.ts";
import { contentsOf } from "./postmortem-view.ts";
import type { Shown, ShownState } from "./shown.ts";
import type { ShownShift } from "./shown-shift.ts";
import { href, personName, shownEntry, shownOf, shownOwner, type ViewContext } from "./view-context.ts";

/** One runbook or playbook on a list. */
export interface RunbookRow extends Shown {
  readonly url: string;
  readonly kind: "runbook" | "playbook";
  readonly services: readonly Shown[];
  readonly alerts: readonly Shown[];
  /** How fresh its verification is; absent for outsiders, who are not told of verifications. */
  readonly freshness?: ShownState;
  readonly verified?: string;
  /** Said when its text is another than the one that was verified. */
  readonly changed?: ShownState;
}

/** Everything that the page of a runbook shows. */
export interface RunbookView {
  readonly row: RunbookRow;
  readonly owner?: Shown;
  /** Who is on call by the owner's roster. */
  readonly onCall: readonly ShownShift[];
  /** Whom to call next, in order. */
  readonly escalation: readonly CallLevel[];
  readonly permissions: readonly { readonly name: string; readonly breakGlass?: string }[];
  readonly estimatedTime?: string;
  readonly variables: readonly {
    readonly name: string;
    readonly description: string;
    readonly default?: string;
    readonly options: readonly string[];
  }[];
  readonly decisions: readonly {
    readonly id: string;
    readonly number: number;
    readonly ask?: string;
    readonly do?: string;
    readonly runbook?: Shown;
    readonly answers: readonly { readonly answer: string; readonly next: string; readonly number?: number }[];
  }[];
  readonly automation?: { readonly guard: string; readonly canary?: string; readonly validated?: string };
  /** The text, with each use of a variable marked. */
  readonly bodyHtml: string;
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  readonly uses: readonly { readonly incident: Shown; readonly outcome: string; readonly note?: string }[];
}

/** The page of one runbook. */
export function runbookView(context: ViewContext, runbook: Entry<"runbook">): RunbookView {
  const { data, body, id } = runbook;
  const { projection } = context;
  const owner = shownOwner(context, data.owner);
  return {
    row: runbookRow(context, runbook),
    ...(owner === undefined ? {} : { owner }),
    onCall: onCallNow(context, data.owner),
    escalation: callList(context, data.owner),
    permissions: data.permissions,
    ...(data.estimatedTime === undefined ? {} : { estimatedTime: lengthWords(data.estimatedTime) }),
    variables: data.variables,
    decisions: decisionsOf(context, data.decisions),
    ...(data.automation === undefined ? {} : { automation: automationOf(data.automation) }),
    bodyHtml: markVariables(
      bodyHtml(context, runbook, { incidents: [], actionItems: [] }),
      data.variables.map(({ name }) => name),
    ),
    contents: contentsOf(body.headings, projection.reader.internal),
    uses: (projection.look.usesOfRunbook.get(id) ?? []).map((incident) => {
      const use = incident.data.runbooks.find((each) => each.runbook === id)!;
      return {
        incident: shownOf(context, incident),
        outcome: use.outcome.replaceAll("-", " "),
        ...(use.note === undefined ? {} : { note: use.note }),
      };
    }),
  };
}

/** One runbook as a row. */
export function runbookRow(context: ViewContext, runbook: Entry<"runbook">): RunbookRow {
  const { data } = runbook;
  const shown = shownOf(context, runbook);
  return {
    ...shown,
    url: shown.url!,
    kind: data.kind,
    services: data.services.map((id) => shownEntry(context, "service", id)),
    alerts: data.alerts.map((name) => ({ id: name, title: name, url: href(context, addressOfAlert(name)) })),
    ...(context.projection.reader.internal
      ? { freshness: FRESHNESS[runbookFreshness(data, context.now, context.projection.site.timeZone)] }
      : {}),
    ...(changedSinceVerified(runbook) ? { changed: CHANGED } : {}),
    ...(data.verified === undefined
      ? {}
      : {
          verified: `${dateWords(data.verified.on)} by ${personName(context, data.verified.by)} (${data.verified.how.replace("-", " ")})`,
        }),
  };
}

const CHANGED: ShownState = { id: "stale", word: "Changed since it was last verified", shape: "▲" };

const FRESHNESS: Readonly<Record<ReturnType<typeof runbookFreshness>, ShownState>> = {
  fresh: { id: "fresh", word: "Verified", shape: "✓" },
  stale: { id: "stale", word: "Verification is overdue", shape: "▲" },
  never: { id: "never", word: "Never verified", shape: "○" },
};

/** The nodes of a decision tree, numbered in the order of the text, so that an answer can say where it leads. */
function decisionsOf(
  context: ViewContext,
  decisions: Entry<"runbook">["data"]["decisions"],
): RunbookView["decisions"] {
  const numbers = new Map(decisions.map(({ id }, index) => [id, index + 1]));
  return decisions.map(({ runbook, answers, ...decision }, index) => ({
    ...decision,
    number: index + 1,
    ...(runbook === undefined ? {} : { runbook: shownEntry(context, "runbook", runbook) }),
    answers: answers.map((answer) => ({
      ...answer,
      ...(numbers.has(answer.next) ? { number: numbers.get(answer.next)! } : {}),
    })),
  }));
}

function automationOf(
  automation: NonNullable<Entry<"runbook">["data"]["automation"]>,
): NonNullable<RunbookView["automation"]> {
  const { guard, canary, validated } = automation;
  return {
    guard,
    ...(canary === undefined ? {} : { canary }),
    ...(validated === undefined ? {} : { validated: dateWords(validated) }),
  };
}
