import type { SeverityLevel } from "../schemas/taxonomy.ts";
import { lengthWords } from "../words/length-words.ts";

/** What a severity asks of those who handle it, as remarks of a few words each. */
export function policyRemarks({ id, name, updateEvery, targets, postmortem }: SeverityLevel): string[] {
  const { detect, acknowledge, mitigate, restore } = targets;
  const aims = Object.entries({
    detected: detect,
    acknowledged: acknowledge,
    mitigated: mitigate,
    restored: restore,
  }).flatMap(([what, within]) => (within === undefined ? [] : [`${what} within ${lengthWords(within)}`]));
  const { required, draftWithin, finalWithin } = postmortem;
  const due = [
    ...(draftWithin === undefined ? [] : [`draft within ${lengthWords(draftWithin)}`]),
    ...(finalWithin === undefined ? [] : [`final within ${lengthWords(finalWithin)}`]),
  ];
  return [
    `${id}, ${name.toLowerCase()}${updateEvery === undefined ? "." : `: customers hear something every ${lengthWords(updateEvery)}.`}`,
    ...(aims.length === 0 ? [] : [`Aims: ${aims.join(", ")}.`]),
    required
      ? `A postmortem is required${due.length === 0 ? "." : `: ${due.join(", ")} of the end.`}`
      : "No postmortem is required; what was learned goes below.",
  ];
}
