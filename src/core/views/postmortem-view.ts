import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Heading } from "../markdown/body.ts";
import { postmortemCompleteness } from "../reliability/postmortem-completeness.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { type ActionItemRow, actionItemRow } from "./action-item-view.ts";
import { bodyHtml } from "./body-html.ts";
import { type IncidentRow, incidentRow } from "./incident-row.ts";
import { POSTMORTEM_STATES, type Shown, type ShownState } from "./shown.ts";
import { personName, shownInstant, shownOf, type ViewContext } from "./view-context.ts";

/** One postmortem on a list. */
export interface PostmortemRow extends Shown {
  readonly url: string;
  readonly state: ShownState;
  readonly lesson?: string;
  readonly finalized?: ShownInstant;
  readonly incidents: readonly IncidentRow[];
}

/** Everything that the page of a postmortem shows. */
export interface PostmortemView {
  readonly row: PostmortemRow;
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
  readonly bodyHtml: string;
  readonly contents: readonly { readonly id: string; readonly title: string }[];
  readonly actionItems: readonly ActionItemRow[];
  /** Follow-ups that the body does not draw itself. */
  readonly showActionItems: boolean;
  /** The rubric, for the internal audience. */
  readonly completeness?: { readonly score: number; readonly missing: readonly string[] };
  /** What is still to be written, while it is no final one, for the internal audience. */
  readonly writing?: {
    readonly score: number;
    readonly open: readonly {
      readonly title: string;
      /** What it adds to the score. */
      readonly points: number;
      /** Whether its heading is there and only a placeholder stands under it. */
      readonly begun: boolean;
    }[];
  };
}

/** The page of one postmortem. */
export function postmortemView(context: ViewContext, postmortem: Entry<"postmortem">): PostmortemView {
  const { data, body } = postmortem;
  const incidents = incidentsOf(context, postmortem);
  const internal = context.projection.reader.internal;
  const { score, sections } = postmortemCompleteness(postmortem, incidents);
  return {
    row: postmortemRow(context, postmortem),
    authors: data.authors.map((handle) => personName(context, handle)),
    reviewers: data.reviewers.map((handle) => personName(context, handle)),
    bodyHtml: bodyHtml(context, postmortem, { incidents, actionItems: data.actionItems }),
    contents: contentsOf(body.headings, internal),
    actionItems: data.actionItems.map((item, index) =>
      actionItemRow(context, { item, entry: postmortem, index }),
    ),
    showActionItems: data.actionItems.length > 0 && !body.components.includes("ActionItems"),
    ...(internal
      ? {
          completeness: {
            score,
            missing: sections.filter(({ state }) => state !== "present").map(({ title }) => title),
          },
        }
      : {}),
    ...(internal && data.state !== "final"
      ? {
          writing: {
            score,
            open: sections
              .filter(({ state }) => state !== "present")
              .map(({ title, weight, state }) => ({ title, points: weight, begun: state === "placeholder" })),
          },
        }
      : {}),
  };
}

/** One postmortem as a row. */
export function postmortemRow(context: ViewContext, postmortem: Entry<"postmortem">): PostmortemRow {
  const { state, lesson, finalized } = postmortem.data;
  const shown = shownOf(context, postmortem);
  return {
    ...shown,
    url: shown.url!,
    state: POSTMORTEM_STATES[state],
    ...(lesson === undefined ? {} : { lesson }),
    ...(finalized === undefined ? {} : { finalized: shownInstant(context, finalized) }),
    incidents: incidentsOf(context, postmortem).map((incident) => incidentRow(context, incident)),
  };
}

/** Headings of the second level that this reader sees. */
export function contentsOf(headings: readonly Heading[], internal: boolean): { id: string; title: string }[] {
  return headings
    .filter((heading) => heading.depth === 2 && (internal || !heading.internal))
    .map(({ id, text }) => ({ id, title: text }));
}

/** The incidents that a postmortem is about, as far as this reader knows them. */
export function incidentsOf(context: ViewContext, postmortem: Entry<"postmortem">): Entry<"incident">[] {
  return postmortem.data.incidents.flatMap((id) => context.projection.look.incident.get(id) ?? []);
}
