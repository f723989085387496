import type { Change } from "../../core/schemas/logs.ts";
import { epochOf } from "../../core/time.ts";
import type { LogFileReport } from "../logs/log-report.ts";
import type { Row } from "../logs/place.ts";
import { readRows } from "../logs/read-rows.ts";
import { notebook } from "../markdown/note.ts";
import type { ChangeReading, ReadChange } from "./change-reading.ts";
import { readGenericChange } from "./generic-change.ts";
import { isDeployment, readDeployment } from "./github-deployment.ts";
import { isRelease, readRelease } from "./github-release.ts";

/** What an import of changes starts from; the caller reads the disk, the import does not. */
export interface ChangesImport extends Omit<ChangeReading, "take"> {
  readonly name: string;
  readonly text: string;
  /** Changes that the logs have already, by id in lower case, with the file they stand in. */
  readonly standing: ReadonlyMap<string, { readonly change: Change; readonly file: string }>;
}

/** A foreign file of deployments, releases or other changes → the changes that the logs do not have yet, oldest first. */
export function importChanges(request: ChangesImport): {
  readonly changes: readonly Change[];
  readonly report: LogFileReport;
} {
  const { notes, take } = notebook();
  const reading = { ...request, take };
  const rows = readRows(request.text, ["changes", "deployments", "releases", "items"]);
  if (!rows.ok) {
    take("problem", "unreadable", rows.line, `The file ${rows.problem}`);
    return {
      changes: [],
      report: { from: request.name, read: 0, added: 0, standing: 0, leftOut: 0, notes },
    };
  }
  const formats = rows.rows.map((row) =>
    rows.table ? GENERIC : (FORMATS.find(({ is }) => is(row)) ?? GENERIC),
  );
  const read = rows.rows.flatMap((row, index) => formats[index]!.read(row, reading) ?? []);
  if (formats.some(({ name }) => name === "GitHub deployments") && read.some(({ grows }) => grows === false))
    take("dropped", "no-status", undefined, NO_STATUS);
  const once = eachOnce(read, reading);
  const added = once.filter((each) => isNew(each, request, reading));
  const inLog = once.filter(
    ({ change }) => request.standing.get(change.id.toLowerCase())?.change.id === change.id,
  );
  const standing = inLog.length + read.length - once.length;
  return {
    changes: added
      .map(({ change }) => change)
      .sort((a, b) => epochOf(a.at) - epochOf(b.at) || (a.id < b.id ? -1 : 1)),
    report: {
      from: request.name,
      format: [...new Set(formats.map(({ name }) => name))].join(" and ") || "no records",
      read: rows.rows.length,
      added: added.length,
      standing,
      leftOut: rows.rows.length - added.length - standing,
      notes,
    },
  };
}

interface Format {
  readonly name: string;
  readonly is: (row: Row) => boolean;
  readonly read: (row: Row, reading: ChangeReading) => ReadChange | undefined;
}

const GENERIC: Format = { name: "generic changes", is: () => true, read: readGenericChange };
const FORMATS: readonly Format[] = [
  { name: "GitHub deployments", is: isDeployment, read: readDeployment },
  { name: "GitHub releases", is: isRelease, read: readRelease },
];

const NO_STATUS =
  "A list of deployments does not say how they ended: all are recorded as live. Events of deployment_status say it";

/** One change for each id: of several statuses of a deployment the last, else the first that was read. */
function eachOnce(read: readonly ReadChange[], { take }: ChangeReading): ReadChange[] {
  const byId = new Map<string, ReadChange>();
  for (const each of read) {
    const { change, line } = each;
    const key = change.id.toLowerCase();
    const before = byId.get(key);
    if (before === undefined) byId.set(key, each);
    else if (each.grows && before.grows) {
      if (epochOf(change.at) >= epochOf(before.change.at)) byId.set(key, each);
    } else if (differing(before.change, change).length > 0)
      take(
        "problem",
        "twice",
        line,
        `Left out: \`${change.id}\` stands in this file twice, the first counts`,
      );
  }
  return [...byId.values()];
}

function isNew({ change, line }: ReadChange, { standing }: ChangesImport, { take }: ChangeReading): boolean {
  const known = standing.get(change.id.toLowerCase());
  if (known === undefined) return true;
  if (known.change.id !== change.id)
    take(
      "problem",
      "id-case",
      line,
      `Left out: \`${change.id}\` differs from \`${known.change.id}\` in ${known.file} only by case`,
    );
  else {
    const fields = differing(known.change, change);
    if (fields.length > 0)
      take(
        "problem",
        "differs",
        line,
        `\`${change.id}\` stands in ${known.file} with another ${fields.join(", ")}; that was left as it is`,
      );
  }
  return false;
}

function differing(a: Change, b: Change): string[] {
  return [
    ...(epochOf(a.at) === epochOf(b.at) ? [] : ["at"]),
    ...(a.kind === b.kind ? [] : ["kind"]),
    ...([...a.services].sort().join() === [...b.services].sort().join() ? [] : ["services"]),
    ...(a.outcome === b.outcome ? [] : ["outcome"]),
  ];
}
