import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** One step of a job or of a composite action. */
export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A job with steps, or one that calls a workflow. */
export interface Job {
  readonly "runs-on"?: string;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly concurrency?: { readonly group?: string; readonly "cancel-in-progress"?: boolean };
  readonly "timeout-minutes"?: number;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly secrets?: Readonly<Record<string, unknown>> | string;
}

/** A workflow as a file says it, with its text for what parsing forgets. */
export interface Workflow {
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly concurrency?: Job["concurrency"];
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Reads a workflow; a composite action is read as one with a single job, whose frame is in order. */
export function readWorkflow(text: string): Workflow {
  const said = parse(text);
  if (said.runs)
    return {
      text,
      on: {},
      permissions: {},
      jobs: {
        action: { "runs-on": "ubuntu-24.04", permissions: {}, "timeout-minutes": 1, steps: said.runs.steps },
      },
    };
  const on = typeof said.on === "string" ? { [said.on]: null } : said.on;
  return { ...said, on, text };
}

/** Every workflow and composite action below a `.github` folder, by path. */
export function workflowsIn(folder: string): [path: string, text: string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (item) => item.isFile() && /\.ya?ml$/.test(item.name) && /workflows|actions/.test(item.parentPath),
    )
    .map((item) => join(item.parentPath, item.name))
    .sort()
    .map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]);
}
