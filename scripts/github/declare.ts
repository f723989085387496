// `tidemark github declare --event FILE`: an issue of the form, or a dispatched notification → the record of an incident.
import { readAlerts, readAlertValue } from "../../src/core/alerts/read-alerts.ts";
import { ALERT_SOURCES, type AlertSource } from "../../src/core/alerts/signal.ts";
import { issuesEvent, repositoryDispatch, workflowDispatch } from "../../src/core/declare/event.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { presentOf } from "../present-of.ts";
import { readForChange } from "../response/read-for-change.ts";
import { clientFrom } from "./client-from.ts";
import type { EventFlags } from "./comment.ts";
import { declareByAlert } from "./declare-by-alert.ts";
import { declareByIssue } from "./declare-by-issue.ts";
import { eventOf, readEvent } from "./read-event.ts";

/** Begins, or goes on with, what an event declares. */
export async function run(context: CommandContext<EventFlags>): Promise<ExitCode> {
  const event = readEvent(context);
  if (!event) return 2;
  if ("issue" in event) {
    const issues = eventOf(context, issuesEvent, event);
    const client = issues && clientFrom(context);
    return client ? declareByIssue(context, client, issues) : 2;
  }
  const known = readForChange(context);
  if (!known) return 1;
  const reading = readDispatch(context, event, presentOf(context, known.knowledgeBase.site));
  if (!reading) return 2;
  if (!reading.ok) {
    for (const problem of reading.problems) context.writeError(`${context.flags.event}: ${problem}.\n`);
    context.writeError("Nothing was written.\n");
    return 2;
  }
  const client = clientFrom(context);
  return client ? declareByAlert(context, client, reading) : 2;
}

/** The notification in a dispatch: the payload itself, or under `payload` with its source beside it. */
function readDispatch(context: CommandContext<EventFlags>, event: object, now: number) {
  if ("inputs" in event) {
    const read = eventOf(context, workflowDispatch, event);
    if (!read) return undefined;
    const { payload, source } = read.inputs;
    return readAlerts(payload, source || undefined, now);
  }
  const read = eventOf(context, repositoryDispatch, event);
  if (!read) return undefined;
  const { payload, source, ...rest } = read.client_payload;
  if (payload === undefined) return readAlertValue(read.client_payload, undefined, now);
  if (Object.keys(rest).length > 0 || (source !== undefined && !isSource(source)))
    return {
      ok: false as const,
      problems: [
        `Unexpected keys beside \`payload\`, expected \`source\`, one of ${ALERT_SOURCES.join(", ")}`,
      ],
    };
  return typeof payload === "string"
    ? readAlerts(payload, source, now)
    : readAlertValue(payload, source, now);
}

function isSource(word: unknown): word is AlertSource {
  return ALERT_SOURCES.includes(word as AlertSource);
}
