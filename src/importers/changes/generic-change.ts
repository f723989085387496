import type { Change } from "../../core/schemas/logs.ts";
import { nearest } from "../../core/suggestion.ts";
import { fieldOf } from "../logs/field-of.ts";
import { oneLine } from "../logs/one-line.ts";
import { lineAt, type Row, textAt, valueAt } from "../logs/place.ts";
import { columnName } from "../logs/read-csv.ts";
import type { ChangeReading, ReadChange } from "./change-reading.ts";
import { addressAt, instantAt, servicesNamed, whoAt } from "./fields.ts";

/** The names that a field goes by in other people's tables, the first is ours. */
const NAMES = {
  id: ["id", "change-id", "key", "number"],
  at: ["at", "time", "timestamp", "date", "when", "created-at", "deployed-at", "started-at"],
  kind: ["kind", "type", "category"],
  services: ["services", "service", "component", "application", "app"],
  what: ["what", "title", "summary", "description", "message"],
  who: ["who", "author", "user", "by", "owner", "deployed-by"],
  url: ["url", "link", "address"],
  outcome: ["outcome", "result", "status", "state"],
} as const;

const KINDS = ["deployment", "flag", "configuration", "infrastructure", "data", "vendor"] as const;
const OTHER_KINDS = new Map<string, Change["kind"]>([
  ["deploy", "deployment"],
  ["release", "deployment"],
  ["feature-flag", "flag"],
  ["config", "configuration"],
  ["infra", "infrastructure"],
  ["migration", "data"],
]);
const OUTCOMES = new Map<string, Change["outcome"]>([
  ["live", "live"],
  ["success", "live"],
  ["succeeded", "live"],
  ["rolled-back", "rolled-back"],
  ["rollback", "rolled-back"],
  ["reverted", "rolled-back"],
  ["failed", "failed"],
  ["failure", "failed"],
  ["error", "failed"],
]);

/** A record of any table or list → a change, by the names of its fields. */
export function readGenericChange(row: Row, reading: ChangeReading): ReadChange | undefined {
  const field = (name: keyof typeof NAMES) => fieldOf(row, NAMES[name]);
  const line = lineAt(row);
  const at = instantAt(row, reading, field("at"));
  const what = textAt(row, field("what"));
  if (what === undefined)
    reading.take("problem", "nothing-said", line, "Left out: nothing says what changed (`what`)");
  if (at === undefined || what === undefined) return undefined;
  const kind = kindOf(row, field("kind"), reading);
  const services = servicesNamed(
    listAt(row, field("services"), reading),
    lineAt(row, field("services")),
    reading,
  );
  const outcome = outcomeOf(row, field("outcome"), reading);
  if (kind === undefined || outcome === undefined || services.length === 0) return undefined;
  const who = whoAt(row, reading, field("who"));
  const url = addressAt(row, reading, field("url"));
  const words = oneLine(what);
  const id =
    textAt(row, field("id")) ?? `change-${reading.digest([at, ...services, words].join("\n")).slice(0, 12)}`;
  const change: Change = {
    id: oneLine(id),
    at,
    kind,
    services,
    what: words,
    ...(who === undefined ? {} : { who }),
    ...(url === undefined ? {} : { url }),
    outcome,
  };
  return { change, line };
}

/** Several in one cell are parted by commas, semicolons, bars or spaces. */
function listAt(row: Row, field: string, { names }: ChangeReading): string[] {
  const value = valueAt(row, field);
  if (Array.isArray(value)) return value.filter((each): each is string => typeof each === "string");
  const text = textAt(row, field);
  if (text === undefined) return [];
  return names.services.has(text.toLowerCase()) ? [text] : text.split(/[,;|\s]+/).filter(Boolean);
}

function kindOf(row: Row, field: string, reading: ChangeReading): Change["kind"] | undefined {
  const word = textAt(row, field);
  if (word === undefined) return "deployment";
  const name = columnName(word);
  const known = KINDS.find((kind) => kind === name) ?? OTHER_KINDS.get(name);
  if (known === undefined) {
    const hint = nearest(name, KINDS);
    const text = `Left out: \`${word}\` is no kind of change, expected ${hint ? `perhaps ${hint}` : KINDS.join(", ")}`;
    reading.take("problem", "kind", lineAt(row, field), text);
  }
  return known;
}

function outcomeOf(row: Row, field: string, reading: ChangeReading): Change["outcome"] | undefined {
  const word = textAt(row, field);
  if (word === undefined) return "live";
  const known = OUTCOMES.get(columnName(word));
  if (known === undefined) {
    const text = `Left out: \`${word}\` is no outcome, expected live, rolled-back or failed`;
    reading.take("problem", "outcome", lineAt(row, field), text);
  }
  return known;
}
