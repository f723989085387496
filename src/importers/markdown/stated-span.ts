import type { Root } from "mdast";
import { epochOf, type Instant } from "../../core/time.ts";
import { instantOfMoment, type TimeContext } from "./date-entries.ts";
import type { LabelledLine } from "./labelled-lines.ts";
import { readMoment } from "./moment.ts";
import { readDuration } from "./read-duration.ts";
import { textOf } from "./text-of.ts";

/** "From 16:58 to 18:46 UTC", once in the document, in agreement with the length that is said beside it. */
export function statedSpan(
  root: Root,
  lines: readonly LabelledLine[],
  context: TimeContext,
): { from: Instant; to: Instant } | { why: string } | undefined {
  const spans = new Map<string, { from: Instant; to: Instant; near: string; line: number }>();
  const take = (text: string, near: string, line: number) => {
    const moment = readMoment(text);
    if (!moment?.clock || !moment.until || moment.problem !== undefined || moment.approximate) return;
    const day = moment.day && "date" in moment.day ? moment.day.date : context.day;
    const zone = moment.zone ?? context.zone;
    const from = instantOfMoment({ ...moment, clock: moment.clock }, day, zone, false);
    const to = instantOfMoment({ ...moment, clock: moment.until }, day, zone, false);
    if ("at" in from && "at" in to)
      spans.set(`${from.at} ${to.at}`, { from: from.at, to: to.at, near, line });
  };
  for (const { label, value, line } of lines)
    if (/^(?:duration|outage|incident window|impact window)$/.test(label)) take(value, value, line);
  for (const node of root.children)
    if (node.type === "paragraph") {
      const text = textOf(node);
      for (const match of text.matchAll(/\b(?:from|between)\s+(?=~?\d)/gi))
        take(text.slice(match.index + match[0].length), text, node.position?.start.line ?? 1);
    }
  const [span, ...others] = spans.values();
  if (!span) return undefined;
  if (others.length > 0) return { why: "it tells of more than one span of time" };
  return agreed(span, context);
}

function agreed(
  span: { from: Instant; to: Instant; near: string; line: number },
  context: TimeContext,
): { from: Instant; to: Instant } | { why: string } {
  const length = epochOf(span.to) - epochOf(span.from);
  if (length < 0) {
    context.note(
      "problem",
      "reversed-dates",
      span.line,
      `${span.to} stands as the end of what started at ${span.from}`,
    );
    return { why: "its end stands before its start" };
  }
  const said =
    /(?:last(?:ing|ed)|for|\()\s*((?:about |around |over )?\d[\d. ]*(?:d|h|m|s)[a-z]*[^.,;)]{0,20})/i.exec(
      span.near,
    )?.[1];
  const duration = said === undefined ? undefined : readDuration(said);
  if (duration && Math.abs(duration.milliseconds - length) > Math.max(duration.tolerance, length * 0.15)) {
    context.note(
      "problem",
      "durations-disagree",
      span.line,
      `${said!.trim()} is said of a span from ${span.from} to ${span.to}`,
    );
    return { why: "its length and its times disagree" };
  }
  return { from: span.from, to: span.to };
}
