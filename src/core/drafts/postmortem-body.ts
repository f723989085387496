import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { impactDuration } from "../reliability/impact-duration.ts";
import { POSTMORTEM_SECTIONS } from "../reliability/postmortem-sections.ts";
import { timeToDetect } from "../reliability/time-to-detect.ts";
import { timeToRestore } from "../reliability/time-to-restore.ts";
import type { Epoch } from "../time.ts";
import { durationWords } from "../words/duration-words.ts";
import { plainMarkdown } from "./plain-markdown.ts";
import { postmortemFacts } from "./postmortem-facts.ts";

/** The sections of the rubric: drawn from the incident's facts where it has them, else a question that counts as a placeholder; before them what else is known. */
export function postmortemBody(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  forColleagues: boolean,
  now: Epoch,
): string {
  const sections = POSTMORTEM_SECTIONS.map(({ id, title, component }) => {
    const drawn = component === undefined ? "" : `<${component} />`;
    const facts = id === "impact" ? impactNumbers(knowledgeBase, incident, forColleagues) : drawn;
    return `## ${title}\n\n${facts === "" ? `TODO: ${GUIDANCE[id]}` : facts}`;
  });
  const known = postmortemFacts(knowledgeBase, incident, now);
  const notes = known === "" ? "" : `${NOTES}\n\n${known}`;
  // Before the first section, so that the notes count for none.
  return [forColleagues || known === "" ? notes : `<Internal>\n\n${notes}\n\n</Internal>`, ...sections]
    .filter((part) => part !== "")
    .join("\n\n");
}

const NOTES = "Notes for the authors, to be used below and then deleted.";

/** A question per section, short enough to count as a placeholder until it is answered. */
export const GUIDANCE: Readonly<Record<string, string>> = {
  summary: "what failed, for whom, and what ended it",
  impact: "who was hurt, how many, how long",
  detection: "who noticed, how, what could be sooner",
  response: "what was tried, and why it looked right",
  "went-well": "what to keep for the next time",
  "went-badly": "what slowed or misled the response",
  lucky: "what could as well have gone worse",
  lessons: "what runbooks and alerts should change",
  communication: "what customers were told, and when",
};

/** The numbers of the record; what outsiders may not know stands in an Internal block where they may read the rest. */
function impactNumbers({ look }: KnowledgeBase, { data }: Entry<"incident">, forColleagues: boolean): string {
  const services = [...new Set(data.impact.map(({ service }) => service))].flatMap((id) => {
    const length = impactDuration(data, id);
    const service = look.service.get(id)?.data;
    if (length === undefined || !service) return [];
    const words = `${plainMarkdown(service.component?.name ?? service.title)}: ${durationWords(length)} of impact`;
    return [{ words, open: service.component !== undefined }];
  });
  const detect = timeToDetect(data);
  const restore = timeToRestore(data);
  const { usersAffected: users, supportTickets: tickets, cost } = data;
  const inside = [
    ...(detect === undefined || detect < 0 ? [] : [`Detected ${durationWords(detect)} after it started`]),
    ...(restore === undefined ? [] : [`Restored ${durationWords(restore)} after it was detected`]),
    ...(users === undefined ? [] : [`Users who were hurt: ${range(users)}`]),
    ...(tickets === undefined ? [] : [`Support tickets: ${tickets}`]),
    ...(cost?.revenue === undefined
      ? []
      : [`Revenue that was lost: ${range(cost.revenue)} ${cost.revenue.currency}`]),
    ...(cost?.personHours === undefined ? [] : [`Hours of work: ${cost.personHours}`]),
  ];
  const outside = services.filter(({ open }) => open || forColleagues).map(({ words }) => words);
  const hidden = [
    ...services.filter(({ open }) => !open && !forColleagues).map(({ words }) => words),
    ...inside,
  ];
  if (forColleagues) return bullets([...outside, ...hidden]);
  return [bullets(outside), hidden.length === 0 ? "" : `<Internal>\n\n${bullets(hidden)}\n\n</Internal>`]
    .filter((part) => part !== "")
    .join("\n\n");
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}

function range({ low, high }: { readonly low: number; readonly high: number }): string {
  const count = (value: number) => value.toLocaleString("en");
  return low === high ? count(low) : `${count(low)} to ${count(high)}`;
}
