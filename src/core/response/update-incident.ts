import { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Incident, MILESTONES } from "../schemas/incident.ts";
import { type Epoch, epochOf, type Instant } from "../time.ts";
import { addTo, type Changing } from "./changing.ts";
import { endImpacts, INCIDENT_FIELDS, impactEdits, knownComponents } from "./component-impact.ts";
import { recordedAt, type TellingWishes, toldUpdate } from "./told-update.ts";

/** What somebody has to say of an incident that goes on. */
export interface UpdateWishes extends TellingWishes {
  readonly status?: Incident["updates"][number]["status"];
  /** When users stopped being hurt; ends every impact that lasts. */
  readonly mitigated?: Instant;
}

/**
 * The edits that record an update: its words, how badly components are hurt from now on, and milestones that it states.
 * `identified` announced for the first time is the milestone of that name; nothing else is concluded.
 */
export function updateIncident(
  knowledgeBase: KnowledgeBase,
  { data }: Entry<"incident">,
  wishes: UpdateWishes,
  now: Epoch,
): Changing {
  const read = new WishReader(knowledgeBase);
  const at = recordedAt(now);
  const last = data.updates.at(-1);
  const status = wishes.status ?? last?.status ?? "investigating";
  const components = knownComponents(read, wishes.components);
  const mitigated = read.instant("mitigated", wishes.mitigated);
  const tells = wishes.update !== undefined || wishes.status !== undefined;
  if (!tells && components.length === 0 && mitigated === undefined)
    read.refuse("update", "Expected something to record: an update, a component or `mitigated`");
  if (last !== undefined && epochOf(last.at) > epochOf(at))
    read.refuse("update", `Unexpected update at ${at}, expected one after that of ${last.at}`);
  const isResolved = data.milestones.resolved !== undefined;
  if (status === "resolved" && tells && !isResolved)
    read.refuse(
      "status",
      "Unexpected status `resolved` of an open incident",
      "`tidemark incident resolve` ends it.",
    );
  if (isResolved && (status !== "resolved" || components.length > 0 || mitigated !== undefined))
    read.refuse(
      "status",
      "Unexpected change of an incident that is resolved, expected status `resolved` and words alone",
      "If it is back, open a new one, or take its milestone `resolved` out first.",
    );
  const told = tells ? toldUpdate(read, { ...wishes, components }, status, at) : undefined;
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const edits: Edit[] = [
    ...(told?.status === "identified" && data.milestones.identified === undefined
      ? [setMilestone("identified", at)]
      : []),
    ...(mitigated === undefined ? [] : [setMilestone("mitigated", mitigated)]),
    ...(mitigated === undefined || components.length > 0 ? [] : endImpacts(data, mitigated)),
    ...impactEdits(data, components, at),
    ...(told ? [addTo(data.updates, "updates", { ...told }, INCIDENT_FIELDS)] : []),
  ];
  return {
    ok: true,
    edits,
    says: [
      ...(told ? [told.status] : []),
      ...components.map(({ service, level }) => `${service} ${level}`),
      ...(mitigated === undefined ? [] : [`mitigated ${mitigated}`]),
      ...(told?.nextUpdate === undefined ? [] : [`next update by ${told.nextUpdate}`]),
    ].join(", "),
  };
}

/** The edit that writes down a milestone, at its usual place. */
export function setMilestone(name: (typeof MILESTONES)[number], at: Instant): Edit {
  return { do: "set", path: ["milestones", name], value: at, order: MILESTONES };
}
