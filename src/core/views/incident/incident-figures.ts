import { GLOSSARY_ADDRESS, glossaryTerm } from "../../glossary/glossary-terms.ts";
import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { timeFromStartToRestore } from "../../reliability/time-from-start-to-restore.ts";
import { timeToAcknowledge } from "../../reliability/time-to-acknowledge.ts";
import { timeToDetect } from "../../reliability/time-to-detect.ts";
import { timeToMitigate } from "../../reliability/time-to-mitigate.ts";
import { timeToRestore } from "../../reliability/time-to-restore.ts";
import { durationOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { lengthWords } from "../../words/length-words.ts";
import { href, type ViewContext } from "../view-context.ts";

/** One figure of an incident: its value with what it is measured from and to, and how it stands to the target. */
export interface IncidentFigure {
  readonly name: string;
  readonly value: string;
  /** Where the glossary explains it, for those who have the handbook. */
  readonly explained?: string;
  /** What it is measured from and to. */
  readonly formula: string;
  /** The target of its severity in words, where the policy names one. */
  readonly target?: { readonly words: string; readonly met: boolean };
}

/** The durations that the milestones give; what they do not give is absent. */
export function incidentFigures(
  context: ViewContext,
  { data }: Entry<"incident">,
): readonly IncidentFigure[] {
  const targets = targetsOf(context, data.severity.final ?? data.severity.peak);
  const measured = [
    ["Time to detect", timeToDetect(data), "started → detected", targets?.detect],
    ["Time to acknowledge", timeToAcknowledge(data), "paged → acknowledged", targets?.acknowledge],
    ["Time to mitigate", timeToMitigate(data), "detected → mitigated", targets?.mitigate],
    ["Time to restore", timeToRestore(data), "detected → resolved", targets?.restore],
    ["From start to end", timeFromStartToRestore(data), "started → resolved", undefined],
  ] as const;
  return measured.flatMap(([name, value, formula, target]) =>
    value === undefined
      ? []
      : [
          {
            name,
            value: durationWords(value),
            ...explained(context, name),
            formula,
            ...(target === undefined
              ? {}
              : { target: { words: `target ${lengthWords(target)}`, met: value <= durationOf(target) } }),
          },
        ],
  );
}

function explained(context: ViewContext, name: string): Pick<IncidentFigure, "explained"> {
  const id = context.projection.reader.internal ? glossaryTerm(name) : undefined;
  return id === undefined ? {} : { explained: `${href(context, GLOSSARY_ADDRESS)}#${id}` };
}

/** Targets are the organisation's own business. */
function targetsOf({ projection }: ViewContext, severity: string) {
  if (!projection.reader.internal) return undefined;
  return projection.taxonomy.severities.find(
    ({ id, aliases }) => id === severity || aliases.includes(severity),
  )?.targets;
}
