// `tidemark github comment --event FILE`: the comments of an incident's issue → its record, the issue's face, answers.
import { type CommentEvent, commentEvent } from "../../src/core/declare/event.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import type { PlanFlags } from "./carry-out.ts";
import { clientFrom } from "./client-from.ts";
import { driveByComment } from "./drive-by-comment.ts";
import { eventOf, readEvent } from "./read-event.ts";
import { isBot } from "./said-comments.ts";

/** What the commands of an event are asked. */
export interface EventFlags extends PlanFlags {
  readonly event: string;
}

/** Records what comments say of an incident, and answers each. */
export async function run(context: CommandContext<EventFlags>): Promise<ExitCode> {
  const raw = readEvent(context);
  const event = raw && eventOf(context, commentEvent, raw);
  if (!event) return 2;
  const why = passedOver(event);
  if (why !== undefined) {
    if (!context.quiet) context.write(`Nothing to do: ${why}.\n`);
    return 0;
  }
  const client = clientFrom(context);
  if (!client) return 2;
  return driveByComment(context, client, event);
}

/** Why an event is none of our business. */
function passedOver({ action, issue, comment }: CommentEvent): string | undefined {
  if (action !== "created")
    return `a comment was ${action === "edited" ? "edited" : "changed"}, and only new ones count`;
  if (issue.pull_request !== undefined) return "it is a comment on a pull request";
  return isBot(comment.user) ? "a program wrote the comment" : undefined;
}
