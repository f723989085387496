import { z } from "zod";
import { moment, type NormalisedAlerts, shapeProblems, sound } from "./normalised-alerts.ts";
import { plainAddress, plainLabels, plainLine } from "./plain-words.ts";
import { signatureOf } from "./signature-of.ts";

type Payload = Readonly<Record<string, unknown>>;

/** What a program of one's own sends: one alert, every field at the top. */
const one = z.strictObject({
  name: z.string("is missing, expected the name of the alert"),
  status: z.enum(["firing", "resolved"], "is not `firing` or `resolved`"),
  startsAt: z.string("is missing, expected when it began"),
  endsAt: z.string().optional(),
  service: z.string().optional(),
  severity: z.string().optional(),
  summary: z.string().optional(),
  link: z.string().optional(),
  labels: z.record(z.string(), z.unknown()).default({}),
});

/** Whether a payload is of the generic shape. */
export function isGeneric(payload: Payload): boolean {
  return "name" in payload || "status" in payload;
}

/** The generic shape → a signal; the one in which a misspelt key is told. */
export function readGeneric(payload: Payload): NormalisedAlerts {
  const read = one.safeParse(payload);
  if (!read.success) return { signals: [], problems: shapeProblems(read.error), notes: [] };
  const {
    name: given,
    status,
    startsAt,
    endsAt,
    service,
    severity,
    summary,
    link,
    labels: words,
  } = read.data;
  const name = plainLine(given);
  const named = plainLine(service);
  const labels = { ...plainLabels(words), ...(named === undefined ? {} : { service: named }) };
  return sound([
    {
      source: "generic",
      signature: name === undefined ? undefined : signatureOf(name, labels),
      name,
      service: named,
      severity: plainLine(severity),
      state: status,
      startsAt: moment(startsAt) ?? plainLine(startsAt),
      endsAt: status === "resolved" ? moment(endsAt) : undefined,
      labels: { ...labels, ...(name === undefined ? {} : { alertname: name }) },
      link: plainAddress(link),
      summary: plainLine(summary),
    },
  ]);
}
