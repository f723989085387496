import { z } from "zod";
import { moment, type NormalisedAlerts, shapeProblems, sound } from "./normalised-alerts.ts";
import { plainAddress, plainLine } from "./plain-words.ts";
import { signatureOf } from "./signature-of.ts";

type Payload = Readonly<Record<string, unknown>>;

const named = z.object({ summary: z.unknown() }).nullish();

const webhook = z.object({
  event: z.object({
    event_type: z.string("is missing, expected for example `incident.triggered`"),
    occurred_at: z.string("is missing, expected when it happened"),
    data: z.object({
      id: z.string("is missing, expected the id of the incident"),
      title: z.unknown().optional(),
      html_url: z.unknown().optional(),
      created_at: z.unknown().optional(),
      resolved_at: z.unknown().optional(),
      urgency: z.unknown().optional(),
      service: named,
      priority: named,
    }),
  }),
});

const anyEvent = z.object({
  event: z.object(
    { event_type: z.string("is missing, expected for example `incident.triggered`") },
    "is no event",
  ),
});

/** What happens to an incident there → how it stands. */
const STATES: Readonly<Record<string, "firing" | "resolved">> = {
  "incident.triggered": "firing",
  "incident.acknowledged": "firing",
  "incident.unacknowledged": "firing",
  "incident.escalated": "firing",
  "incident.reopened": "firing",
  "incident.resolved": "resolved",
};

/** Whether a payload is a webhook of PagerDuty, version 3. */
export function isPagerDuty(payload: Payload): boolean {
  return "event" in payload && !("alerts" in payload);
}

/** A webhook of PagerDuty, version 3 → at most one signal; events that are no beginning and no end are noted. */
export function readPagerDuty(payload: Payload): NormalisedAlerts {
  const any = anyEvent.safeParse(payload);
  if (!any.success) return { signals: [], problems: shapeProblems(any.error), notes: [] };
  const state = STATES[any.data.event.event_type];
  if (state === undefined) {
    const type = plainLine(any.data.event.event_type, 80) ?? "";
    return { signals: [], problems: [], notes: [`The event \`${type}\` neither begins nor ends anything.`] };
  }
  const read = webhook.safeParse(payload);
  if (!read.success) return { signals: [], problems: shapeProblems(read.error), notes: [] };
  const { occurred_at, data } = read.data.event;
  const name = plainLine(data.title);
  const service = plainLine(data.service?.summary);
  const labels = { ...(service === undefined ? {} : { service }) };
  return sound([
    {
      source: "pagerduty",
      signature: name === undefined ? undefined : signatureOf(withoutNumbers(name), labels),
      name,
      service,
      severity: plainLine(data.priority?.summary) ?? plainLine(data.urgency),
      state,
      startsAt: moment(data.created_at) ?? plainLine(occurred_at),
      endsAt: state === "resolved" ? (moment(data.resolved_at) ?? moment(occurred_at)) : undefined,
      labels: { ...labels, incident: plainLine(data.id, 100) ?? "unknown" },
      link: plainAddress(data.html_url),
    },
  ]);
}

/** A title without its counts and percentages, which differ each time. */
function withoutNumbers(title: string): string {
  return title.replace(/^\[[^\]]*\]\s*/, "").replace(/\d+(?:[.,]\d+)*/g, "N") || title;
}
