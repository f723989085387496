// `tidemark notify`: what happened or is due → words for each target → send → say how it went.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { exportFolder } from "../src/adapters/git/export-folder.ts";
import { sendWebhook } from "../src/adapters/webhook/send-webhook.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import { dueNotifications } from "../src/core/notifications/due-notifications.ts";
import {
  incidentNotification,
  incidentNotifications,
} from "../src/core/notifications/incident-notifications.ts";
import { messageOf } from "../src/core/notifications/message-of.ts";
import type { Notification } from "../src/core/notifications/notification.ts";
import { payloadOf } from "../src/core/notifications/payload-of.ts";
import { secretAddress } from "../src/core/notifications/secret-addresses.ts";
import { type DurationText, durationOf } from "../src/core/time.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What `notify` was asked. */
export interface NotifyFlags {
  /** Tell of one incident, whatever changed. */
  readonly event?: "opened" | "updated" | "resolved";
  readonly incident?: string;
  /** Tell of what changed since a commit. */
  readonly base?: string;
  /** Tell of what is due. */
  readonly due: boolean;
  /** The time between two runs that tell of what is due. */
  readonly every: DurationText;
  /** Print the messages, but send nothing. */
  readonly dryRun: boolean;
}

/** Tells those whom site.yaml names; ends with 5 when one of them could not be told, and changes nothing either way. */
export async function run(context: CommandContext<NotifyFlags>): Promise<ExitCode> {
  const known = readKnowledge(context);
  if (!known) return 1;
  const { knowledgeBase, now } = known;
  const wanted = notificationsOf(context, knowledgeBase, now);
  if (typeof wanted === "string") {
    context.writeError(`${wanted}\n`);
    return 2;
  }
  let ended: ExitCode = 0;
  const { variables } = context.environment;
  for (const target of knowledgeBase.site.notifications) {
    const template = knowledgeBase.templates.find(({ id }) => id === target.template);
    for (const notification of wanted.filter(({ event }) => target.events.includes(event))) {
      const message = messageOf(notification, template);
      if (message.kind === "not-for-them") continue;
      if (message.kind === "bad-template") {
        context.writeError(`${target.id} was not told: ${message.problem}.\n`);
        ended = 1;
        continue;
      }
      const payload = payloadOf(target.kind, notification, message);
      if (context.flags.dryRun) {
        context.write(`${target.id} (${target.kind}):\n${JSON.stringify(payload, undefined, 2)}\n`);
        continue;
      }
      const address = secretAddress(variables, target.secret);
      if (address === undefined) {
        context.writeError(`${target.id} was not told: the variable ${target.secret} is not set.\n`);
        ended ||= 5;
        continue;
      }
      const delivery = await sendWebhook({ address, payload, signal: context.signal });
      if (!delivery.delivered) {
        context.writeError(
          `${target.id} was not told of ${notification.about}: ${delivery.why}, after ${delivery.attempts} ${delivery.attempts === 1 ? "attempt" : "attempts"}.\n`,
        );
        ended ||= 5;
      } else if (!context.quiet)
        context.write(`${target.id} was told: ${notification.event} ${notification.about}\n`);
    }
  }
  if (wanted.length === 0 && !context.quiet) context.write("There is nothing to tell.\n");
  return ended;
}

/** What there is to tell, or why the question makes no sense. */
function notificationsOf(
  context: CommandContext<NotifyFlags>,
  knowledgeBase: KnowledgeBase,
  now: number,
): Notification[] | string {
  const { event, incident, base, due, every } = context.flags;
  const told: Notification[] = due ? dueNotifications(knowledgeBase, { now, length: durationOf(every) }) : [];
  if ((event === undefined) !== (incident === undefined)) return "Say both --event and --incident.";
  if (event !== undefined && incident !== undefined) {
    const entry = knowledgeBase.look.incident.get(incident);
    if (!entry) return `There is no incident ${incident}.`;
    told.push(incidentNotification(knowledgeBase, entry, event));
  }
  if (base === undefined)
    return due || event !== undefined
      ? told
      : "Say what to tell of: --event and --incident, --base, or --due.";
  const scratch = mkdtempSync(join(tmpdir(), "tidemark-notify-"));
  try {
    const then = join(scratch, basename(context.contentDir));
    const problem = exportFolder(dirname(context.contentDir), base, basename(context.contentDir), then);
    if (problem !== undefined)
      return `Unexpected --base ${JSON.stringify(base)}, expected a commit that this repository has.`;
    const before = readContent(then, cacheFolderOf(then)).knowledgeBase;
    return [...told, ...incidentNotifications(before, knowledgeBase)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
