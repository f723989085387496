import { addressOf } from "../addresses.ts";
import type { Draft } from "../drafts/draft.ts";
import { recordRemarks } from "../drafts/record-remarks.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { postmortemDuty } from "../reliability/postmortem-duty.ts";
import { POSTMORTEM_SECTIONS } from "../reliability/postmortem-sections.ts";
import { instantOf } from "../time.ts";
import { bodyOf } from "./issue-body.ts";
import { safeInline } from "./safe-text.ts";

/** What stands for the preview until the pull request has its number. */
export const PREVIEW_LATER = "_The address of the preview comes with the number of this pull request._";

/** What the pull request of a postmortem says when it is opened. */
export function postmortemBodyText(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  draft: Draft,
  branch: string,
): string {
  const { site } = knowledgeBase;
  const duty = postmortemDuty(knowledgeBase, incident.data);
  const page = `${site.url}${addressOf("incident", incident.id).slice(1)}`;
  return bodyOf([
    `The postmortem of [${safeInline(incident.data.title)}](${page}) (\`${incident.id}\`, ${safeInline(incident.data.severity.peak)}), begun with all that its record knows: \`${draft.path}\`.`,
    dueWords(duty),
    previewWords(site.previewUrl, branch),
    `### What the check still wants\n\n${wantedLines(incident, draft)
      .map((line) => `- [ ] ${line}`)
      .join("\n")}`,
    "### How it ends\n\nAnswer what stands as TODO, use the notes above the first section and delete them, and set `state: final`, `lesson` and `finalized`. When that is merged, the record of the incident closes, and its issue with it.",
  ]);
}

/** The line of the preview: an address, or where the artifact lies. */
export function previewWords(template: string | undefined, branch: string, number?: number): string {
  if (template === undefined)
    return "**Preview:** the artifact of the check below, a site that opens from a folder.";
  if (template.includes("{number}") && number === undefined) return PREVIEW_LATER;
  const address = template
    .replaceAll("{branch}", branch.replaceAll("/", "-"))
    .replaceAll("{number}", String(number ?? ""));
  return `**Preview:** ${address}`;
}

function dueWords({ required, draftDue, finalDue }: ReturnType<typeof postmortemDuty>): string {
  if (!required) return "Nobody requires this one: thank you for writing it.";
  const due = [
    ...(draftDue === undefined ? [] : [`a draft by **${instantOf(draftDue)}**`]),
    ...(finalDue === undefined ? [] : [`the final text by **${instantOf(finalDue)}**`]),
  ];
  return due.length === 0 ? "One is required." : `One is required: ${due.join(", ")}.`;
}

/** The sections that are still questions, what every final postmortem has, and what the record lacks. */
function wantedLines(incident: Entry<"incident">, draft: Draft): string[] {
  const asked = POSTMORTEM_SECTIONS.filter(({ title }) => draft.text.includes(`## ${title}\n\nTODO:`));
  const lacking = recordRemarks(incident).filter((line) => line.startsWith("The record "));
  return [
    ...asked.map(({ title }) => `${title}: a question is left`),
    "`lesson`, the one sentence to remember",
    "`actionItems`, each with an owner and a due day",
    ...lacking.map((line) => safeInline(line)),
  ];
}
