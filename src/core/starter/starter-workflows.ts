import { INCIDENT_LABEL } from "../declare/form-fields.ts";
import type { StarterFile, TidemarkHome } from "./starter-wishes.ts";

/** The small workflow files of a repository: when something runs, and with which rights; what it does stands in Tidemark's own. */
export function starterWorkflows(home: TidemarkHome): StarterFile[] {
  return WORKFLOWS.map((workflow) => ({
    path: `.github/workflows/${workflow.file}.yml`,
    text: workflowText(workflow, home),
  }));
}

interface Workflow {
  readonly file: string;
  /** What it is for, as remarks on top. */
  readonly remark: string;
  /** When it runs, the lines below `on:`. */
  readonly on: string;
  readonly jobs: readonly Job[];
}

interface Job {
  readonly id: string;
  /** The workflow of Tidemark that it calls. */
  readonly calls: string;
  readonly permissions: readonly string[];
  /** Inputs besides those that all take. */
  readonly inputs?: readonly string[];
  readonly only?: string;
  readonly needs?: string;
  /** Whether it may send notifications. */
  readonly notifies?: true;
}

/** Dispatches, and issues of incidents with what is said in them; a run that would do nothing is not begun. */
const INCIDENT_EVENTS = `>-
      endsWith(github.event_name, '_dispatch') ||
      (contains(github.event.issue.labels.*.name, '${INCIDENT_LABEL}') &&
      (github.event_name == 'issues' || (contains(github.event.comment.body, '/') && !github.event.issue.pull_request)))`;

const PUBLISHING = ["contents: read", "pages: write", "id-token: write"];

const WORKFLOWS: readonly Workflow[] = [
  {
    file: "check",
    remark:
      "Checks the content of every pull request and says in words what it changes. Nothing that is contributed runs.",
    on: "  pull_request:\n  push:\n    branches: [main]\n  workflow_dispatch:",
    jobs: [{ id: "check", calls: "check", permissions: ["contents: read", "security-events: write"] }],
  },
  {
    file: "incident",
    remark:
      "Opens and drives incidents: the form under Issues, comments such as /status identified, and alerts as repository_dispatch.\n# The status page is published in the same run, for what a workflow writes starts no other.",
    on: "  issues:\n    types: [opened, labeled]\n  issue_comment:\n    types: [created]\n  repository_dispatch:\n    types: [tidemark-alert]\n  workflow_dispatch:\n    inputs:\n      payload:\n        description: An alert as JSON, as a monitoring system sends it\n        type: string\n        required: true",
    jobs: [
      {
        id: "incident",
        calls: "incident",
        permissions: [
          "contents: write",
          "issues: write",
          "pull-requests: write",
          "pages: write",
          "id-token: write",
        ],
        only: INCIDENT_EVENTS,
        notifies: true,
      },
    ],
  },
  {
    file: "site",
    remark:
      "Publishes the public site, status page included, on GitHub Pages whenever the content changes, and each night, for time passes.",
    on: '  push:\n    branches: [main]\n    paths: ["content/**", ".github/workflows/site.yml"]\n  schedule:\n    - cron: "17 3 * * *"\n  workflow_dispatch:',
    jobs: [{ id: "site", calls: "site", permissions: PUBLISHING, inputs: ["audience: public"] }],
  },
  {
    file: "upkeep",
    remark:
      "Comes back by itself: drafts that are late, action items as issues, the digest. Each part finds what is due, whenever it runs, and does it once.",
    on: '  schedule:\n    - cron: "43 6 * * *"\n  push:\n    branches: [main]\n    paths: ["content/**"]\n  issues:\n    types: [closed]\n  workflow_dispatch:',
    jobs: [
      {
        id: "postmortem",
        calls: "postmortem",
        permissions: ["contents: write", "issues: write", "pull-requests: write"],
      },
      {
        id: "actions",
        calls: "actions",
        permissions: ["contents: write", "issues: write", "pull-requests: write"],
        needs: "postmortem",
      },
      {
        id: "digest",
        calls: "digest",
        permissions: ["contents: write", "issues: write"],
        only: "github.event_name == 'schedule' || github.event_name == 'workflow_dispatch'",
        notifies: true,
      },
    ],
  },
];

function workflowText({ file, remark, on, jobs }: Workflow, home: TidemarkHome): string {
  return `# ${remark}
name: ${file}

on:
${on}

permissions: {}

jobs:
${jobs.map((job) => jobText(job, home)).join("\n")}`;
}

function jobText(
  { id, calls, permissions, inputs = [], only, needs, notifies }: Job,
  home: TidemarkHome,
): string {
  const lines = [
    `  ${id}:`,
    ...(needs === undefined ? [] : [`    needs: ${needs}`, "    if: success() || failure()"]),
    ...(only === undefined ? [] : [`    if: ${only}`]),
    `    uses: ${home.repository}/.github/workflows/${calls}.yml@${home.commit} # v${home.version}`,
    "    permissions:",
    ...permissions.map((permission) => `      ${permission}`),
    "    with:",
    `      tidemark: ${home.repository}`,
    `      commit: ${home.commit}`,
    ...inputs.map((input) => `      ${input}`),
    ...(notifies
      ? [
          "    secrets:",
          "      # Lines NAME=https://…, one for each `secret` under notifications in site.yaml; may be absent.",
          // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub fills it in
          "      addresses: ${{ secrets.TIDEMARK_ADDRESSES }}",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
