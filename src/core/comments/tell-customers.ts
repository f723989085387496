import type { WishReader } from "../drafts/known-words.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Changing } from "../response/changing.ts";
import { goPublic } from "../response/go-public.ts";
import { setMilestone, updateIncident } from "../response/update-incident.ts";
import type { Incident, TimelineEntry } from "../schemas/incident.ts";
import type { Recording } from "./recording.ts";

type Status = Incident["updates"][number]["status"];

/** Words of ours where somebody announces a status without any. */
export const STANDARD_WORDS = {
  investigating: "We are looking into this again.",
  identified: "We know what is wrong and are working on it.",
  monitoring: "We have put this right and are watching it.",
  resolved: "This is over. Everything works as usual.",
} as const;

/** Announces a status: in words of ours where customers follow, else by the milestone that it means. */
export function recordStatus(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  status: Exclude<Status, "resolved">,
): void {
  if (recording.data.updates.length > 0) {
    tell(knowledgeBase, read, recording, STANDARD_WORDS[status], status);
    return;
  }
  const { identified, mitigated } = recording.data.milestones;
  if (status === "identified" && identified === undefined)
    recording.take([setMilestone("identified", recording.at)]);
  if (status === "monitoring" && mitigated === undefined)
    accept(
      read,
      recording,
      updateIncident(knowledgeBase, recording.entry, { mitigated: recording.at }, recording.now),
    );
  said(recording, "decision", `Status: ${status}.`);
}

/** Tells customers something, and of which components they are told. */
export function tell(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  text: string,
  status: Status | undefined,
): void {
  recording.take(goPublic(knowledgeBase, read, recording.data));
  const components = recording.data.impact.flatMap(({ service, level, to }) =>
    to === undefined ? [{ service, level }] : [],
  );
  const resolved = recording.data.milestones.resolved !== undefined;
  const wishes = {
    update: text,
    ...(resolved ? { status: "resolved" as const } : { components }),
    ...(status === undefined ? {} : { status }),
    ...byOf(recording),
  };
  accept(read, recording, updateIncident(knowledgeBase, recording.entry, wishes, recording.now));
  recording.publicWords.push(text, recording.data.publicTitle ?? "");
  said(
    recording,
    "communication",
    `Customers are told: ${recording.data.updates.at(-1)?.status ?? "an update"}.`,
  );
}

/** Takes over what an event means, or what is wrong with it. */
export function accept(read: WishReader, recording: Recording, changing: Changing): void {
  if (changing.ok) recording.take(changing.edits);
  else for (const { wish, message, help } of changing.problems) read.refuse(wish, message, help);
}

/** Notes what was done in the timeline, and says it to whoever runs the command. */
export function said(recording: Recording, kind: TimelineEntry["kind"], text: string): void {
  recording.note(kind, text);
  recording.says.push(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

/** The author, where it is known who that is. */
export function byOf({ by }: Recording): { readonly by?: string } {
  return by === undefined ? {} : { by };
}
