import { webAddress } from "../../core/schemas/scalars.ts";
import { didYouMean } from "../../core/suggestion.ts";
import { repositoryKey } from "../logs/known-names.ts";
import { lineAt, type Row, textAt } from "../logs/place.ts";
import { readMoment } from "../logs/read-moment.ts";
import type { ChangeReading } from "./change-reading.ts";

/** The instant at a path of a record; a doubt is noted, and then there is none. */
export function instantAt(row: Row, reading: ChangeReading, ...path: readonly string[]): string | undefined {
  const text = textAt(row, ...path);
  const line = lineAt(row, ...path);
  if (text === undefined) {
    reading.take(
      "problem",
      "no-time",
      line,
      `Left out: nothing says when it went live (\`${path.join(".")}\`)`,
    );
    return undefined;
  }
  const moment = readMoment(text, reading.zone, reading.now);
  if (moment.ok) return moment.instant;
  reading.take("problem", moment.what, line, `Left out: ${moment.problem}`);
  return undefined;
}

/** The handle or team behind a foreign name; a stranger is noted and not recorded. */
export function whoAt(row: Row, reading: ChangeReading, ...path: readonly string[]): string | undefined {
  const name = textAt(row, ...path);
  if (name === undefined) return undefined;
  const { people, teams } = reading.names;
  const key = name.toLowerCase().replace(/^@/, "");
  const known = people.get(key) ?? teams.get(key);
  if (known === undefined)
    reading.take("dropped", "who", lineAt(row, ...path), `\`${name}\` is nobody whom teams.yaml names`);
  return known;
}

/** The address at a path of a record; what is no web address is noted and not recorded. */
export function addressAt(row: Row, reading: ChangeReading, ...path: readonly string[]): string | undefined {
  const address = textAt(row, ...path);
  if (address === undefined || webAddress.safeParse(address).success) return address;
  reading.take("dropped", "url", lineAt(row, ...path), `\`${address}\` is no web address`);
  return undefined;
}

/** The services of a repository on GitHub, else those named for all; none is noted. */
export function servicesOfRepository(
  repository: string | undefined,
  line: number,
  reading: ChangeReading,
): string[] {
  const known =
    repository === undefined ? undefined : reading.names.repositories.get(repositoryKey(repository));
  const services = known ?? reading.services;
  if (services.length === 0)
    reading.take(
      "problem",
      "no-service",
      line,
      `Left out: no service lists ${repository ?? "its repository"} in \`repositories\`, and --service names none`,
    );
  return [...services];
}

/** The services that words name, else those named for all; an unknown one is noted. */
export function servicesNamed(words: readonly string[], line: number, reading: ChangeReading): string[] {
  const { services } = reading.names;
  const known = words.flatMap((word) => services.get(word.toLowerCase()) ?? []);
  for (const word of words) {
    if (services.has(word.toLowerCase())) continue;
    const hint = didYouMean(word, services.keys());
    reading.take(
      "problem",
      "unknown-service",
      line,
      `There is no service \`${word}\`${hint ? `. ${hint}` : ""}`,
    );
  }
  if (words.length === 0 && reading.services.length === 0)
    reading.take("problem", "no-service", line, "Left out: it names no service, and --service names none");
  return [...new Set(words.length === 0 ? reading.services : known)];
}
