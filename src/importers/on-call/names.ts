import { lineAt, type Row, textAt } from "../logs/place.ts";
import { readMoment } from "../logs/read-moment.ts";
import type { PageReading } from "./page-reading.ts";

/** The instant at a path of a record; a doubt is noted, and then there is none. `needed` says that the record goes with it. */
export function momentAt(
  row: Row,
  reading: PageReading,
  path: readonly string[],
  needed: boolean,
): string | undefined {
  const text = textAt(row, ...path);
  const line = lineAt(row, ...path);
  if (text === undefined) {
    if (needed) reading.take("problem", "no-time", line, `Left out: it has no time (\`${path.join(".")}\`)`);
    return undefined;
  }
  const moment = readMoment(text, reading.zone, reading.now);
  if (moment.ok) return moment.instant;
  if (needed) reading.take("problem", moment.what, line, `Left out: ${moment.problem}`);
  else reading.take("dropped", path.at(-1) ?? "time", line, moment.problem);
  return undefined;
}

/** The handle behind a foreign name, login or address of mail; a stranger is noted. */
export function personAt(row: Row, reading: PageReading, ...path: readonly string[]): string | undefined {
  const name = textAt(row, ...path);
  if (name === undefined) return undefined;
  const known = personNamed(name, reading);
  if (known === undefined) {
    const text = `\`${name}\` is nobody whom teams.yaml names; --map "${name}=HANDLE" says who that is`;
    reading.take("dropped", "person", lineAt(row, ...path), text);
  }
  return known;
}

/** `Ada Lovelace`, `ada@example.com` and `@ada` may all be `ada-lovelace` or `ada`. */
export function personNamed(name: string, { names }: PageReading): string | undefined {
  const key = name.toLowerCase().replace(/^@/, "");
  const spellings = [
    key,
    key.replace(/@.*$/, ""),
    key.replace(/[\s._]+/g, "-"),
    key.replace(/@.*$/, "").replace(/[._]+/g, "-"),
  ];
  for (const spelling of spellings) {
    const known = names.people.get(spelling);
    if (known !== undefined) return known;
  }
  return undefined;
}

/** The service at a path of a record; an unknown one is noted. */
export function serviceAt(row: Row, reading: PageReading, ...path: readonly string[]): string | undefined {
  return named(row, path, reading, reading.names.services, "service");
}

/** The team at a path of a record; an unknown one is noted. */
export function teamAt(row: Row, reading: PageReading, ...path: readonly string[]): string | undefined {
  return named(row, path, reading, reading.names.teams, "team");
}

function named(
  row: Row,
  path: readonly string[],
  { take }: PageReading,
  known: ReadonlyMap<string, string>,
  noun: string,
): string | undefined {
  const name = textAt(row, ...path);
  if (name === undefined) return undefined;
  const id = known.get(name.toLowerCase()) ?? known.get(name.toLowerCase().replace(/[\s_]+/g, "-"));
  if (id === undefined)
    take(
      "dropped",
      noun,
      lineAt(row, ...path),
      `There is no ${noun} \`${name}\`; --map "${name}=ID" says which one it is`,
    );
  return id;
}
