import { type Change, changeById, changesBetween } from "../../knowledge-base/changes-between.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { spanOfMilestone } from "../../reliability/milestone-time.ts";
import { durationOf, type Epoch, epochOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { lengthWords } from "../../words/length-words.ts";
import { type ChangeRow, changeRow } from "../change-row.ts";
import type { ViewContext } from "../view-context.ts";
import { type DependencyReason, dependenciesOf } from "./dependencies-of.ts";

/** What changed shortly before an incident, where the incident could have felt it. */
export interface ChangesBefore {
  /** The length of the window in words, `hour` or `90 min`. */
  readonly window: string;
  readonly changes: readonly ShownChange[];
}

/** One of them, and why it is listed. */
export interface ShownChange extends ChangeRow {
  /** How long before the start, `12 min before`. */
  readonly before: string;
  /** Which service it changed, and how the incident's services hang on that. */
  readonly why: string;
  /** Whether the record names it as what set the incident off. */
  readonly cause: boolean;
}

/** The changes in the window before `started` (or `detected`) to its services and what they depend on, and those that the record names as cause. */
export function changesBefore(context: ViewContext, incident: Entry<"incident">): ChangesBefore | undefined {
  const { projection } = context;
  const first = incident.data.milestones.started ?? incident.data.milestones.detected;
  const anyKnown = projection.changeLogs.some(({ data }) => data.changes.length > 0);
  if (!projection.reader.internal || !anyKnown) return undefined;
  const { earliest, latest } = spanOfMilestone(first);
  const { changeWindow } = projection.site.policies;
  const reasons = dependenciesOf(projection, incident.data.services);
  const near = changesBetween(projection, earliest - durationOf(changeWindow), latest).filter(
    ({ services }) => services.some((service) => reasons.has(service)),
  );
  const named = incident.data.causedBy.flatMap((id) => changeById(projection, id) ?? []);
  const all = [...named.filter((change) => !near.includes(change)), ...near];
  return {
    window: changeWindow === "1h" ? "hour" : lengthWords(changeWindow),
    changes: all
      .sort((a, b) => epochOf(b.at) - epochOf(a.at))
      .map((change) =>
        shownChange(context, change, latest, reasons, incident.data.causedBy.includes(change.id)),
      ),
  };
}

function shownChange(
  context: ViewContext,
  change: Change,
  started: Epoch,
  reasons: ReadonlyMap<string, DependencyReason>,
  cause: boolean,
): ShownChange {
  const wait = started - epochOf(change.at);
  return {
    ...changeRow(context, change),
    before: wait >= 0 ? `${durationWords(wait)} before` : `${durationWords(-wait)} after`,
    why: whyListed(context, change, reasons),
    cause,
  };
}

/** The nearest of the changed services speaks for all. */
function whyListed(
  context: ViewContext,
  { services }: Change,
  reasons: ReadonlyMap<string, DependencyReason>,
): string {
  const { look } = context.projection;
  const name = (id: string) => look.service.get(id)?.data.title ?? id;
  const [nearest] = services
    .flatMap((service) => reasons.get(service) ?? [])
    .sort((a, b) => a.path.length - b.path.length);
  if (nearest === undefined) return `changed ${services.map(name).join(", ")}; named as the cause`;
  const [hurt, ...through] = nearest.path;
  if (through.length === 0) return `changed ${name(hurt!)}`;
  return `changed ${name(through.at(-1)!)}, which ${[...through.slice(0, -1).reverse(), hurt!].map(name).join(" and through it ")} depends on`;
}
