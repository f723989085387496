import type { Job, Step, Workflow } from "./workflow.ts";

/** What the house demands of workflows: each name has a planted bad one in test/fixtures/workflows. */
export const WORKFLOW_RULES: Readonly<Record<string, (workflow: Workflow) => string[]>> = {
  "no-rights-on-top": ({ permissions }) =>
    JSON.stringify(permissions) === "{}" ? [] : ["permissions are not {} on top"],
  "rights-per-job": (workflow) =>
    eachJob(workflow, ({ permissions }) =>
      permissions === undefined || typeof permissions === "string" ? ["no list of rights of its own"] : [],
    ),
  "no-dangerous-event": ({ on }) =>
    ["pull_request_target", "workflow_run"]
      .filter((event) => event in on)
      .map((event) => `it runs on ${event}`),
  "no-expression-in-run": (workflow) =>
    eachStep(workflow, ({ run }) => (run?.includes("${{") ? ["an expression inside run"] : [])),
  "untrusted-through-env": (workflow) =>
    eachStep(workflow, (step) =>
      [step.name, ...Object.values(step.with ?? {})]
        .filter(isUntrusted)
        .map((text) => `${text} outside of env`),
    ),
  "pinned-by-commit": ({ text }) =>
    [...text.matchAll(/^\s*(?:- )?uses: ([^\s#]+)([^\n]*)$/gm)].flatMap(([, uses, behind]) => {
      if (uses!.startsWith("./")) return [];
      if (!/@[0-9a-f]{40}$/.test(uses!)) return [`${uses} is not pinned by a full commit`];
      return /^ # v\d+\.\d+\.\d+$/.test(behind!) ? [] : [`${uses} does not say its version behind it`];
    }),
  "no-kept-credentials": (workflow) =>
    eachStep(workflow, (step) =>
      step.uses?.startsWith("actions/checkout@") && step.with?.["persist-credentials"] !== false
        ? ["checkout keeps credentials"]
        : [],
    ),
  "time-limit": (workflow) =>
    eachJob(workflow, (job) =>
      job.steps && job["timeout-minutes"] === undefined ? ["no timeout-minutes"] : [],
    ),
  "one-writer-at-a-time": (workflow) =>
    eachJob(workflow, (job) => {
      if (!job.steps || !writes(job)) return [];
      const { concurrency = workflow.concurrency } = job;
      return concurrency?.group !== undefined && concurrency["cancel-in-progress"] === false
        ? []
        : ["it writes without a concurrency group that lets the running one finish"];
    }),
  "a-group-per-incident": (workflow) =>
    eachJob(workflow, (job) =>
      /github (?:declare|comment)/.test(JSON.stringify(job.steps ?? [])) &&
      !/issue\.number/.test(job.concurrency?.group ?? "")
        ? ["it drives incidents in a group that is not the incident's own"]
        : [],
    ),
  "startable-by-hand": ({ on }) =>
    "schedule" in on && !("workflow_dispatch" in on) ? ["it is scheduled and cannot be started by hand"] : [],
  "secrets-by-name": (workflow) =>
    eachJob(workflow, (job) => [
      ...(job.secrets === "inherit" ? ["it hands all secrets on"] : []),
      ...(/toJSON\(\s*secrets\s*\)/i.test(JSON.stringify(job)) ? ["it reads all secrets at once"] : []),
    ]),
  "no-secret-for-pull-requests": (workflow) =>
    "pull_request" in workflow.on && /\$\{\{[^}]*\bsecrets\./.test(workflow.text)
      ? ["a run for a pull request is given a secret"]
      : [],
  "a-named-machine": (workflow) =>
    eachJob(workflow, (job) =>
      job.steps && /latest/.test(job["runs-on"] ?? "latest") ? ["its machine changes by itself"] : [],
    ),
};

/** Everything that the rules find in a workflow, each as `rule: where: what`. */
export function workflowProblems(workflow: Workflow): string[] {
  return Object.entries(WORKFLOW_RULES).flatMap(([name, find]) =>
    find(workflow).map((what) => `${name}: ${what}`),
  );
}

function eachJob({ jobs }: Workflow, find: (job: Job) => string[]): string[] {
  return Object.entries(jobs).flatMap(([id, job]) => find(job).map((what) => `${id}: ${what}`));
}

function eachStep(workflow: Workflow, find: (step: Step) => string[]): string[] {
  return eachJob(workflow, ({ steps = [] }) => steps.flatMap(find));
}

/** Whether a text takes in words that a stranger chose. */
function isUntrusted(text: unknown): boolean {
  const stranger =
    /\b(?:title|body|head_ref|head\.ref|head\.label|client_payload|inputs\.payload|message|email|login)\b/;
  return [...String(text).matchAll(/\$\{\{([^}]*)\}\}/g)].some(([, expression]) =>
    stranger.test(expression!),
  );
}

/** Whether a job changes anything that others see: what only uploads findings does not. */
function writes({ permissions }: Job): boolean {
  const rights = typeof permissions === "object" ? Object.entries(permissions) : [];
  return rights.some(
    ([name, right]) => right === "write" && name !== "security-events" && name !== "id-token",
  );
}
