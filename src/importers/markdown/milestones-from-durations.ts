import { epochOf, type Instant } from "../../core/time.ts";
import type { DatedEntry } from "./date-entries.ts";
import type { LabelledLine } from "./labelled-lines.ts";
import { readDuration, type SaidDuration } from "./read-duration.ts";
import type { CertainMilestones } from "./read-milestones.ts";

/** "Time to detection" and "time to recovery" that lead from one entry of the timeline to two others, in one way only. */
export function milestonesFromDurations(
  entries: readonly DatedEntry[],
  lines: readonly LabelledLine[],
): CertainMilestones | { readonly why: string } {
  const detection = onlyDuration(lines, /^(?:mean )?time to (?:detect|detection)$/);
  const recovery = onlyDuration(
    lines,
    /^(?:mean )?time to (?:recover|recovery|restore|restoration|resolve|resolution)$/,
  );
  if (!detection || !recovery) return { why: "nothing says for certain when it started and ended" };
  const exact = entries.filter(({ precision }) => precision === undefined);
  const distance = (at: Instant, start: Instant, duration: SaidDuration) =>
    Math.abs(epochOf(at) - epochOf(start) - duration.milliseconds);
  const after = (start: Instant, duration: SaidDuration) =>
    exact
      .filter(
        ({ at }) => epochOf(at) >= epochOf(start) && distance(at, start, duration) <= duration.tolerance,
      )
      .sort((a, b) => distance(a.at, start, duration) - distance(b.at, start, duration))[0];
  const fitting = exact.flatMap(({ at }) => {
    const detected = after(at, detection);
    const resolved = detected && (after(at, recovery) ?? after(detected.at, recovery));
    return resolved && epochOf(resolved.at) >= epochOf(detected.at)
      ? [{ started: at, detected: detected.at, resolved: resolved.at }]
      : [];
  });
  const starts = new Set(fitting.map(({ started }) => started));
  return starts.size === 1
    ? fitting[0]!
    : { why: "its durations fit no entry of its timeline, or more than one" };
}

function onlyDuration(lines: readonly LabelledLine[], label: RegExp): SaidDuration | undefined {
  const found = lines.filter((line) => label.test(line.label)).map(({ value }) => readDuration(value));
  return found.length === 1 ? found[0] : undefined;
}
