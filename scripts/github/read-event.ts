import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { type EventShape, readEventAs } from "../../src/core/declare/event.ts";
import type { CommandContext } from "../command.ts";

/** GitHub's own events stay below 25 MB; of one that we can use, much less is left. */
const MOST_BYTES = 4_000_000;

/** The event of a workflow's run, an object of JSON; says what it is instead and gives none. */
export function readEvent(
  context: CommandContext<{ readonly event: string }>,
): Readonly<Record<string, unknown>> | undefined {
  const { event } = context.flags;
  const refuse = (sentence: string) => {
    context.writeError(`${event}: ${sentence}\nNothing was written.\n`);
    return undefined;
  };
  let text: string;
  try {
    const path = resolve(context.environment.workingDir, event);
    const { size } = statSync(path);
    if (size > MOST_BYTES)
      return refuse(`Unexpected event of ${size} bytes, expected at most ${MOST_BYTES}.`);
    text = readFileSync(path, "utf8");
  } catch {
    return refuse("There is no such file.");
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("Unexpected text, expected JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return refuse(`Unexpected ${Array.isArray(value) ? "list" : "value"}, expected an event of GitHub.`);
  return value as Readonly<Record<string, unknown>>;
}

/** An event of one kind; says what it lacks and gives none. */
export function eventOf<Value>(
  context: CommandContext<{ readonly event: string }>,
  shape: EventShape<Value>,
  event: unknown,
): Value | undefined {
  const read = readEventAs(shape, event);
  if (read.ok) return read.event;
  for (const problem of read.problems) context.writeError(`${context.flags.event}: ${problem}.\n`);
  context.writeError("Nothing was written.\n");
  return undefined;
}
