import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { lookUp } from "../knowledge-base/link-knowledge-base.ts";
import type { Interval } from "../reliability/intervals.ts";
import { figures } from "../reliability/measures/figure.ts";
import type { Epoch } from "../time.ts";
import { figureWords } from "../words/figure-words.ts";
import type { RecordedMilestones } from "./milestone-moves.ts";

/** A figure that reads otherwise with the milestones of before. */
export interface FigureChange {
  readonly id: string;
  readonly name: string;
  readonly before: string;
  readonly now: string;
}

/** The figures over a period that differ between the records as they are and with milestones as each incident was closed with. */
export function figureChanges(
  knowledgeBase: KnowledgeBase,
  closedWith: ReadonlyMap<string, RecordedMilestones>,
  period: Interval,
  now: Epoch,
): FigureChange[] {
  const incidents = knowledgeBase.incidents.map((entry): Entry<"incident"> => {
    const milestones = closedWith.get(entry.id)?.milestones;
    if (milestones?.detected === undefined) return entry;
    return {
      ...entry,
      data: { ...entry.data, milestones: { ...milestones, detected: milestones.detected } },
    };
  });
  const lists = { ...knowledgeBase, incidents };
  const before = { ...lists, look: lookUp(lists) };
  const then = figures(before, period, now);
  return figures(knowledgeBase, period, now).flatMap(({ id, measure, value }, index) => {
    const [was, is] = [figureWords(then[index]!.value), figureWords(value)];
    return was === is ? [] : [{ id, name: measure.name, before: was, now: is }];
  });
}
