import { addToDate } from "../action-items/add-duration.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type PostmortemDuty, postmortemDuty } from "../reliability/postmortem-duty.ts";
import type { SeverityLevel } from "../schemas/taxonomy.ts";
import { dateIn, type Epoch, instantOf } from "../time.ts";
import { type Drafting, freeId, makeDraft } from "./draft.ts";
import { WishReader } from "./known-words.ts";
import { postmortemBody } from "./postmortem-body.ts";
import { recordRemarks } from "./record-remarks.ts";

/** What somebody knows of a postmortem when it is begun; the rest comes from the incident. */
export interface PostmortemWishes {
  readonly incident?: string;
  readonly title?: string;
  readonly visibility?: string;
  readonly authors?: readonly string[];
}

/** The draft of a postmortem, with all that the incident knows. */
export function draftPostmortem(
  knowledgeBase: KnowledgeBase,
  wishes: PostmortemWishes,
  now: Epoch,
): Drafting {
  const read = new WishReader(knowledgeBase);
  if (wishes.incident === undefined) read.refuse("incident", "Expected the id of an incident, found nothing");
  const incidentId = read.word("incident", "incident", wishes.incident);
  const visibility = read.word("visibility", "visibility", wishes.visibility);
  const authors = read.words("author", "person", wishes.authors);
  const title = wishes.title === undefined ? undefined : read.line("title", wishes.title);
  const there = incidentId === undefined ? undefined : knowledgeBase.look.postmortemsOf.get(incidentId)?.[0];
  if (there)
    read.refuse(
      "incident",
      `Unexpected second postmortem of \`${incidentId}\`, expected one`,
      `It is ${there.file}.`,
    );
  const incident = knowledgeBase.look.incident.get(incidentId ?? "");
  if (read.problems.length > 0 || !incident) return { ok: false, problems: read.problems };
  const { data } = incident;
  const policy = knowledgeBase.taxonomy.severities.find(({ id }) => id === data.severity.peak);
  const shown = visibility ?? data.visibility;
  return makeDraft(
    "postmortem",
    freeId(knowledgeBase, "postmortem", incident.id),
    [
      {
        title: title ?? data.title,
        publicTitle: data.publicTitle,
        visibility: shown,
        incidents: [incident.id],
      },
      { remarks: dueRemarks(postmortemDuty(knowledgeBase, data)) },
      { state: "draft" },
      {
        remarks: [
          "lesson: the one sentence to remember; a final postmortem has one, and finalized, its instant.",
        ],
      },
      {
        authors: authors.length > 0 ? authors : authorsOf(incident),
        drafted: instantOf(Math.floor(now / 60_000) * 60_000),
      },
      { remarks: recordRemarks(incident) },
      { remarks: itemRemarks(policy, dateIn(now, knowledgeBase.site.timeZone)) },
      { actionItems: [], tags: data.tags.length > 0 ? data.tags : undefined },
    ],
    postmortemBody(knowledgeBase, incident, shown === "internal" || shown === "restricted", now),
  );
}

/** Whoever worked on it knows it best: the commander and those who operated. */
function authorsOf({ data }: Entry<"incident">): string[] | undefined {
  const people = data.roles
    .filter(({ role }) => role === "incident-commander" || role === "operations")
    .map(({ person }) => person);
  return people.length === 0 ? undefined : [...new Set(people)];
}

function dueRemarks({ required, reason, draftDue, finalDue }: PostmortemDuty): string[] {
  const why = reason === undefined ? "" : ` (${reason})`;
  if (!required) return [`Nobody requires this one${why}: thank you for writing it.`];
  if (draftDue === undefined && finalDue === undefined)
    return [`Required${why}; the time limits begin when the incident is resolved.`];
  const due = [
    ...(draftDue === undefined ? [] : [`draft by ${instantOf(draftDue)}`]),
    ...(finalDue === undefined ? [] : [`final by ${instantOf(finalDue)}`]),
  ];
  return [`Required${why}: ${due.join(", ")}.`];
}

function itemRemarks(policy: SeverityLevel | undefined, today: string): string[] {
  const limits = (["high", "medium", "low"] as const).flatMap((priority) => {
    const length = policy?.actionItems[priority];
    return length === undefined ? [] : [`${priority} ${addToDate(today, length)}`];
  });
  return [
    "Each item has id, title, kind, owner, priority, opened, due, status, for example",
    "- { id: ai-2026-001, title: What will be different, kind: prevent, owner: TEAM, priority: high, opened: DAY, due: DAY, status: open }",
    ...(limits.length === 0
      ? []
      : [`Opened on ${today}, the policy wants them done by: ${limits.join(", ")}.`]),
  ];
}
