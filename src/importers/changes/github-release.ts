import type { Change } from "../../core/schemas/logs.ts";
import { oneLine } from "../logs/one-line.ts";
import { lineAt, type Row, textAt, valueAt } from "../logs/place.ts";
import type { ChangeReading, ReadChange } from "./change-reading.ts";
import { addressAt, instantAt, servicesOfRepository, whoAt } from "./fields.ts";
import { repositoryName, repositoryPage } from "./github-pages.ts";

/** Whether a record is a release as GitHub lists them, or an event about one. */
export function isRelease(row: Row): boolean {
  return valueAt(row, "tag_name") !== undefined || valueAt(row, "release", "tag_name") !== undefined;
}

/** A published release → a change; drafts are none yet. */
export function readRelease(row: Row, reading: ChangeReading): ReadChange | undefined {
  const at: readonly string[] = valueAt(row, "release") === undefined ? [] : ["release"];
  const line = lineAt(row, ...at);
  const tag = textAt(row, ...at, "tag_name")!;
  if (valueAt(row, ...at, "draft") === true) {
    reading.take("dropped", "draft", line, `Left out: ${tag} is a draft`);
    return undefined;
  }
  const when = instantAt(row, reading, ...at, "published_at");
  const page =
    /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/releases\//.exec(textAt(row, ...at, "html_url") ?? "")?.[1] ??
    repositoryPage(textAt(row, ...at, "url")) ??
    textAt(row, "repository", "html_url");
  const services = when === undefined ? [] : servicesOfRepository(page, line, reading);
  if (when === undefined || services.length === 0) return undefined;
  const name = textAt(row, ...at, "name");
  const what = `${page === undefined ? "Release" : repositoryName(page)} ${tag}`;
  const who = whoAt(row, reading, ...at, "author", "login");
  const url = addressAt(row, reading, ...at, "html_url");
  const change: Change = {
    id: `release-${textAt(row, ...at, "id") ?? reading.digest(`${page}${tag}`).slice(0, 12)}`,
    at: when,
    kind: "deployment",
    services,
    what: oneLine(name === undefined || name === tag ? what : `${what}: ${name}`),
    ...(who === undefined ? {} : { who }),
    ...(url === undefined ? {} : { url }),
    outcome: "live",
  };
  return { change, line };
}
