import { allCommitments, type NamedCommitment } from "../../reliability/objectives/all-commitments.ts";
import { burnDown } from "../../reliability/objectives/burn-down.ts";
import { csvText } from "../../tables/csv-text.ts";
import { instantOf } from "../../time.ts";
import { latePage, type Page } from "../page.ts";
import type { Shown } from "../shown.ts";
import type { SiteFile } from "../site-file.ts";
import { href, type ViewContext } from "../view-context.ts";
import { BURN_DOWN_CSV, OBJECTIVES_PAGE } from "./objective-addresses.ts";
import {
  idOf,
  type ObjectiveRow,
  type ObjectiveView,
  objectiveRow,
  objectiveView,
} from "./objective-view.ts";

/** The page of all objectives: a row each, and everything about those of journeys, which have no page of their own. */
export interface ObjectivesView {
  readonly rows: readonly (ObjectiveRow & { readonly url: string })[];
  readonly journeys: readonly ObjectiveView[];
  /** Journeys that promise nothing: a gap. */
  readonly gaps: readonly Shown[];
  readonly download: string;
}

/** Objectives are the organisation's own business: outsiders have no such page. */
export function* objectivePages(context: ViewContext): Generator<Page<ObjectivesView>> {
  if (context.projection.reader.internal)
    yield latePage({ path: OBJECTIVES_PAGE, template: "objectives", title: "Objectives" }, () =>
      objectivesView(context),
    );
}

/** The page of all objectives, the least left first. */
export function objectivesView(context: ViewContext): ObjectivesView {
  const { projection } = context;
  const commitments = allCommitments(projection);
  return {
    rows: commitments
      .map((commitment) => ({ ...objectiveRow(context, commitment), url: urlOf(context, commitment) }))
      .sort((a, b) => a.bar.left - b.bar.left),
    journeys: commitments.filter(({ of }) => of === "journey").map((each) => objectiveView(context, each)),
    gaps: projection.journeys.flatMap(({ data }) =>
      data.journeys
        .filter(({ objectives }) => objectives.length === 0)
        .map(({ id, name }) => ({ id, title: name })),
    ),
    download: href(context, BURN_DOWN_CSV),
  };
}

/** Where everything about an objective stands. */
export function urlOf(context: ViewContext, commitment: NamedCommitment): string {
  const page = commitment.of === "service" ? `/services/${commitment.owner}/` : OBJECTIVES_PAGE;
  return `${href(context, page)}#${idOf(commitment)}`;
}

/** The burn-downs of all objectives as CSV. */
export function* objectiveFiles(context: ViewContext): Generator<SiteFile> {
  const { projection, now } = context;
  if (!projection.reader.internal) return;
  const rows = allCommitments(projection).flatMap((commitment) =>
    burnDown(projection, commitment, now).map(({ at, leftShare }) => [
      `${commitment.owner}/${commitment.objective.id}`,
      instantOf(at),
      leftShare,
    ]),
  );
  const text = csvText([["objective", "at", "left share"], ...rows]);
  yield { path: BURN_DOWN_CSV, text };
}
