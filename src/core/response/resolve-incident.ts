import { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone, milestoneTime } from "../reliability/milestone-time.ts";
import type { Incident } from "../schemas/incident.ts";
import { type Epoch, epochOf, type Instant, instantOf } from "../time.ts";
import { addTo, type Changing } from "./changing.ts";
import { type ComponentWish, endImpacts, INCIDENT_FIELDS } from "./component-impact.ts";
import { recordedAt, type TellingWishes, toldUpdate } from "./told-update.ts";
import { setMilestone } from "./update-incident.ts";

/** What somebody knows when an incident is over. */
export interface ResolveWishes extends Omit<TellingWishes, "components" | "nextUpdate"> {
  /** When it was over; now when absent. */
  readonly resolved?: Instant;
  /** When it had begun, where that was not known yet; when it first hurt a service when absent. */
  readonly started?: Instant;
  /** When users stopped being hurt; as it stands when absent, else when it was over. */
  readonly mitigated?: Instant;
  /** Customers are told nothing. */
  readonly silent?: boolean;
}

/** The edits that end an incident: its milestones, every impact that lasts, and the last words to customers. */
export function resolveIncident(
  knowledgeBase: KnowledgeBase,
  { data }: Entry<"incident">,
  wishes: ResolveWishes,
  now: Epoch,
): Changing {
  const read = new WishReader(knowledgeBase);
  const at = recordedAt(now);
  const resolved = read.instant("resolved", wishes.resolved) ?? at;
  const said = read.instant("started", wishes.started);
  const started = said ?? (data.milestones.started === undefined ? firstHurt(data) : undefined);
  const mitigated = read.instant("mitigated", wishes.mitigated);
  const { resolved: before } = data.milestones;
  if (before !== undefined)
    read.refuse("resolved", `Unexpected end of an incident that was over at ${instantOfMilestone(before)}`);
  if (started === undefined && data.milestones.started === undefined)
    read.refuse("started", "Expected when it started, because it is over", "Say it with --started INSTANT.");
  if (wishes.update === undefined && !wishes.silent && (data.customerVisible || data.updates.length > 0))
    read.refuse(
      "update",
      "Expected words for customers, who could notice it",
      "Say them with --update, or --silent.",
    );
  const told =
    wishes.update === undefined
      ? undefined
      : toldUpdate(read, { ...wishes, components: allWell(data) }, "resolved", at);
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const edits: Edit[] = [
    ...(started === undefined ? [] : [setMilestone("started", started)]),
    ...(mitigated === undefined ? [] : [setMilestone("mitigated", mitigated)]),
    setMilestone("resolved", resolved),
    ...endImpacts(data, endOfImpact(data, mitigated, resolved)),
    ...(told ? [addTo(data.updates, "updates", { ...told }, INCIDENT_FIELDS)] : []),
  ];
  const begun = started === said ? "" : `, started at ${started} as its first impact says`;
  return { ok: true, edits, says: `resolved at ${resolved}${begun}` };
}

/** When an incident first hurt a service, but no later than it was noticed. */
function firstHurt(data: Incident): Instant | undefined {
  const from = data.impact.filter(({ level }) => level !== "none").map((each) => epochOf(each.from));
  return from.length === 0 ? undefined : instantOf(Math.min(...from, milestoneTime(data, "detected")!));
}

/** Users were hurt until it was mitigated; an impact that began later lasted to the end. */
function endOfImpact(data: Incident, mitigated: Instant | undefined, resolved: Instant): Instant {
  const end = mitigated === undefined ? milestoneTime(data, "mitigated") : epochOf(mitigated);
  const open = data.impact.filter(({ to }) => to === undefined);
  if (end === undefined || open.some(({ from }) => epochOf(from) >= end)) return resolved;
  return instantOf(end);
}

/** Every component of which something bad was said, or which is hurt, is well again. */
function allWell(data: Incident): ComponentWish[] {
  const said = new Map(data.updates.flatMap(({ components }) => components.map((c) => [c.service, c.level])));
  for (const { service, level, to } of data.impact) if (to === undefined) said.set(service, level);
  return [...said].flatMap(([service, level]) => (level === "none" ? [] : [{ service, level: "none" }]));
}
