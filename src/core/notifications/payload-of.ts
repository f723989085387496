import type { Site } from "../schemas/site.ts";
import { instantOf } from "../time.ts";
import type { Message } from "./message-of.ts";
import type { Notification } from "./notification.ts";

type Kind = Site["notifications"][number]["kind"];
type Said = Extract<Message, { kind: "message" }>;

/** The body of the request that tells a target, in the shape that its kind reads; nothing in it calls anybody. */
export function payloadOf(kind: Kind, notification: Notification, { text, facts }: Said): object {
  switch (kind) {
    case "slack":
      // Slack reads <…> as calls and links and &…; as characters, whatever `mrkdwn` says.
      return {
        text: cut(text, 3_000).replace(/[&<>]/g, (character) => ESCAPES[character]!),
        mrkdwn: false,
        unfurl_links: false,
      };
    case "discord":
      return { content: cut(text, 2_000), allowed_mentions: { parse: [] }, flags: SUPPRESS_EMBEDS };
    case "teams":
      return {
        type: "message",
        attachments: [
          { contentType: "application/vnd.microsoft.card.adaptive", content: cardOf(text, facts.url) },
        ],
      };
    case "json": {
      const { publicTitle: _kept, ...told } = facts;
      return {
        schemaVersion: 1,
        event: notification.event,
        about: notification.about,
        at: instantOf(notification.at),
        text: cut(text, 10_000),
        facts: told,
      };
    }
  }
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
const SUPPRESS_EMBEDS = 4;

/** An adaptive card whose lines are shown as they are, with a backslash before what would be Markdown. */
function cardOf(text: string, url: string): object {
  const blocks = cut(text, 10_000)
    .split("\n")
    .map((line, index) => ({
      type: "TextBlock",
      text: line.replace(/[\\*_[\]()#~`-]/g, "\\$&"),
      wrap: true,
      ...(index === 0 ? { weight: "Bolder" } : {}),
    }));
  return {
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    type: "AdaptiveCard",
    version: "1.4",
    body: blocks,
    actions: [{ type: "Action.OpenUrl", title: "Open", url }],
  };
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
