import { fenced } from "../github/safe-text.ts";
import type { SeverityLevel } from "../schemas/taxonomy.ts";

/**
 * The sections of a new incident: a severity without a postmortem keeps its lesson here, an open incident says what comes
 * next. What was reported in words that nobody read yet stands fenced, and the whole body is for colleagues alone.
 */
export function incidentBody(
  { postmortem }: SeverityLevel,
  resolved: boolean,
  summary?: string,
  reported?: string,
): string {
  const sections: [title: string, text: string][] = [
    [
      "What happened",
      summary?.trim() ||
        (reported?.trim() && fenced(reported.trim())) ||
        "TODO: what failed, and how it was noticed",
    ],
    ["What users saw", "TODO: what worked, what did not, for whom"],
    ...(resolved
      ? []
      : [["What comes next", "TODO: what is tried now, and the next check"] as [string, string]]),
    ...(postmortem.required
      ? []
      : [["What we learned", "TODO: what would have helped, who does it"] as [string, string]]),
  ];
  const body = sections.map(([title, text]) => `## ${title}\n\n${text}`).join("\n\n");
  return reported === undefined ? body : `<Internal>\n\n${body}\n\n</Internal>`;
}
