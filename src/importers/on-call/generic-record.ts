import { fieldOf } from "../logs/field-of.ts";
import { lineAt, type Row, textAt } from "../logs/place.ts";
import { momentAt, personAt, serviceAt, teamAt } from "./names.ts";
import type { PageReading, ReadRecord } from "./page-reading.ts";
import { settlePage } from "./settle-page.ts";

/** The names that a field goes by in other people's tables, the first is ours. */
const NAMES = {
  at: ["at", "time", "timestamp", "date", "when", "created-at", "paged-at", "sent-at"],
  from: ["from", "start", "starts", "start-time", "starts-at"],
  to: ["to", "end", "ends", "end-time", "ends-at"],
  team: ["team", "schedule", "group"],
  person: ["person", "user", "who", "responder", "assignee", "engineer", "on-call"],
  alert: ["alert", "alertname", "alert-name", "title", "summary", "description", "name"],
  service: ["service", "component", "application"],
  actionable: ["actionable", "action-needed", "needed-action"],
  acknowledged: ["acknowledged", "acknowledged-at", "acked-at", "ack"],
  incident: ["incident", "incident-id"],
} as const;

const ANSWERS = new Map([
  ["true", true],
  ["yes", true],
  ["y", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["n", false],
  ["0", false],
]);

/** A record of any table or list → a shift where it has a beginning and an end, else a page. */
export function readGenericRecord(row: Row, reading: PageReading): ReadRecord | undefined {
  const field = (name: keyof typeof NAMES) => fieldOf(row, NAMES[name]);
  const line = lineAt(row);
  if (textAt(row, field("from")) !== undefined) return readShift(row, reading, field);
  const alert = textAt(row, field("alert"));
  if (alert === undefined) {
    const text =
      "Left out: it is neither a page (`at`, `alert`) nor a shift (`from`, `to`, `person`, `team`)";
    reading.take("problem", "no-record", line, text);
    return undefined;
  }
  const at = momentAt(row, reading, [field("at")], true);
  const actionable = textAt(row, field("actionable"));
  const answer = actionable === undefined ? undefined : ANSWERS.get(actionable.toLowerCase());
  if (actionable !== undefined && answer === undefined) {
    const text = `Left out: \`${actionable}\` does not say whether somebody had to act, expected yes or no`;
    reading.take("problem", "actionable", lineAt(row, field("actionable")), text);
    return undefined;
  }
  if (at === undefined) return undefined;
  const acknowledged = momentAt(row, reading, [field("acknowledged")], false);
  const late = acknowledged !== undefined && Date.parse(acknowledged) < Date.parse(at);
  if (late)
    reading.take(
      "dropped",
      "acknowledged",
      lineAt(row, field("acknowledged")),
      `${acknowledged} lies before the page`,
    );
  return settlePage(
    {
      at,
      alert,
      person: personAt(row, reading, field("person")),
      team: teamAt(row, reading, field("team")),
      service: serviceAt(row, reading, field("service")),
      actionable: answer,
      acknowledged: late ? undefined : acknowledged,
      incident: incidentAt(row, reading, field("incident")),
    },
    line,
    reading,
  );
}

function readShift(
  row: Row,
  reading: PageReading,
  field: (name: keyof typeof NAMES) => string,
): ReadRecord | undefined {
  const line = lineAt(row);
  // A shift that runs may end later than now; where it ends is written already.
  const from = momentAt(row, reading, [field("from")], true);
  const to = momentAt(row, { ...reading, now: Number.POSITIVE_INFINITY }, [field("to")], true);
  const person = personAt(row, reading, field("person"));
  const own = person === undefined ? [] : (reading.teamsOf.get(person) ?? []);
  const team = teamAt(row, reading, field("team")) ?? (own.length === 1 ? own[0] : undefined) ?? reading.team;
  if (from === undefined || to === undefined) return undefined;
  if (person === undefined || team === undefined) {
    const missing = person === undefined ? "who was on call" : "for which team";
    reading.take("problem", "no-shift", line, `Left out: nothing says ${missing}`);
    return undefined;
  }
  if (Date.parse(to) <= Date.parse(from)) {
    reading.take(
      "problem",
      "impossible-date",
      lineAt(row, field("to")),
      "Left out: it ends before it begins",
    );
    return undefined;
  }
  return { kind: "shift", shift: { team, person, from, to }, line };
}

function incidentAt(row: Row, reading: PageReading, field: string): string | undefined {
  const id = textAt(row, field);
  if (id === undefined || reading.incidents.has(id)) return id;
  reading.take("dropped", "incident", lineAt(row, field), `There is no incident \`${id}\``);
  return undefined;
}
