import type { Change } from "../../core/schemas/logs.ts";
import { oneLine } from "../logs/one-line.ts";
import { lineAt, type Row, textAt, valueAt } from "../logs/place.ts";
import type { ChangeReading, ReadChange } from "./change-reading.ts";
import { addressAt, instantAt, servicesOfRepository, whoAt } from "./fields.ts";
import { repositoryName, repositoryPage, shortReference } from "./github-pages.ts";

/** Whether a record is a deployment as GitHub lists them, or an event about the status of one. */
export function isDeployment(row: Row): boolean {
  return (
    isStatusEvent(row) ||
    (valueAt(row, "environment") !== undefined &&
      (valueAt(row, "sha") !== undefined || valueAt(row, "statuses_url") !== undefined))
  );
}

function isStatusEvent(row: Row): boolean {
  return valueAt(row, "deployment", "id") !== undefined;
}

/** A deployment → a change: went live when its status says so, else when it was made. */
export function readDeployment(row: Row, reading: ChangeReading): ReadChange | undefined {
  const at: readonly string[] = isStatusEvent(row) ? ["deployment"] : [];
  const line = lineAt(row, ...at);
  const environment = textAt(row, ...at, "environment") ?? "";
  if (!counts(row, at, environment, reading)) {
    const text = `Left out: a deployment to ${environment || "an environment without a name"}; --environment counts it too`;
    reading.take("dropped", "environment", lineAt(row, ...at, "environment"), text);
    return undefined;
  }
  const outcome = outcomeOf(row, reading);
  if (outcome === undefined) return undefined;
  const status = textAt(row, "deployment_status", "state");
  const when = instantAt(row, reading, ...(status === undefined ? at : ["deployment_status"]), "created_at");
  const page =
    repositoryPage(textAt(row, ...at, "repository_url")) ??
    repositoryPage(textAt(row, ...at, "url")) ??
    textAt(row, "repository", "html_url");
  const services = when === undefined ? [] : servicesOfRepository(page, line, reading);
  if (when === undefined || services.length === 0) return undefined;
  const who = whoAt(row, reading, ...at, "creator", "login");
  const url =
    status === undefined
      ? commitOf(row, at, page)
      : addressAt(row, reading, "deployment_status", "target_url");
  const change: Change = {
    id: `deployment-${textAt(row, ...at, "id") ?? reading.digest(`${page}${when}`).slice(0, 12)}`,
    at: when,
    kind: "deployment",
    services,
    what: whatOf(row, at, page, environment),
    ...(who === undefined ? {} : { who }),
    ...(url === undefined ? {} : { url }),
    outcome,
  };
  return { change, line, grows: status !== undefined };
}

function counts(row: Row, at: readonly string[], environment: string, reading: ChangeReading): boolean {
  if (reading.environments.length > 0) return reading.environments.includes(environment);
  return valueAt(row, ...at, "production_environment") === true || /^prod(?:uction)?\b/i.test(environment);
}

/** What a status says became of it; one that has not ended says nothing yet, and a list of deployments has no status. */
function outcomeOf(row: Row, reading: ChangeReading): Change["outcome"] | undefined {
  const state = textAt(row, "deployment_status", "state");
  if (state === undefined || state === "success") return "live";
  if (state === "failure" || state === "error") return "failed";
  const line = lineAt(row, "deployment_status", "state");
  const text = state === "inactive" ? "a later one has replaced it, which is no change" : "it has not ended";
  reading.take("dropped", "status", line, `Left out: its status is \`${state}\`, ${text}`);
  return undefined;
}

function whatOf(row: Row, at: readonly string[], page: string | undefined, environment: string): string {
  const name = page === undefined ? "Deployment" : repositoryName(page);
  const reference = shortReference(textAt(row, ...at, "ref") ?? textAt(row, ...at, "sha") ?? "");
  const description = textAt(row, ...at, "description");
  const first = [name, reference, `to ${environment}`].filter(Boolean).join(" ");
  return oneLine(description === undefined ? first : `${first}: ${description}`);
}

function commitOf(row: Row, at: readonly string[], page: string | undefined): string | undefined {
  const sha = textAt(row, ...at, "sha");
  return page === undefined || sha === undefined || !/^[0-9a-f]{7,64}$/.test(sha)
    ? undefined
    : `${page}/commit/${sha}`;
}
