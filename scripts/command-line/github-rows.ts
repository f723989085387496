import { Option } from "commander";
import { RHYTHMS } from "../../src/core/views/reviews/agenda.ts";
import type { CommandRow } from "./command-row.ts";

const PLAN_OPTIONS = [
  new Option("--apply", "write to GitHub; without it the plan is only printed"),
  new Option("--format <format>", "how to print the plan").choices(["console", "json"]).default("console"),
];
const EVENT_OPTIONS = [
  new Option("--event <file>", "the event of the workflow, $GITHUB_EVENT_PATH").makeOptionMandatory(),
  ...PLAN_OPTIONS,
];

/** `tidemark github …`. */
export const GITHUB_ROWS: readonly CommandRow[] = [
  {
    words: "form",
    does: "write the issue form by which incidents are declared",
    load: () => import("../github/form.ts"),
    options: [new Option("--check", "only say whether it is current").default(false)],
  },
  {
    words: "declare",
    does: "begin the record of the incident that an issue or a dispatched alert declares",
    load: () => import("../github/declare.ts"),
    options: EVENT_OPTIONS,
  },
  {
    words: "comment",
    does: "record what comments of an incident's issue say",
    load: () => import("../github/comment.ts"),
    options: EVENT_OPTIONS,
  },
  {
    words: "postmortem",
    does: "open the pull request of each postmortem that is due, and close what a final one ends",
    load: () => import("../github/postmortem.ts"),
    options: [
      new Option("--incident <id>", "only this incident, whether a postmortem is required or not"),
      ...PLAN_OPTIONS,
    ],
  },
  {
    words: "remind",
    does: "remind of late postmortems on their pull requests, at most once a day",
    load: () => import("../github/remind.ts"),
    options: PLAN_OPTIONS,
  },
  {
    words: "report",
    does: "say in words what a pull request changes, what would become public, and where a secret stands in it",
    load: () => import("../pull-request-report.ts"),
    options: [
      new Option(
        "--base <revision>",
        "what it is compared with: a commit, branch or tag",
      ).makeOptionMandatory(),
      new Option("--no-public", "leave out what would become public, for which two sites are built"),
    ],
  },
];

/** `tidemark actions …`. */
export const ACTIONS_ROWS: readonly CommandRow[] = [
  {
    words: "sync",
    does: "keep one issue per action item, and propose as done what was closed there",
    load: () => import("../github/actions-sync.ts"),
    options: [
      new Option("--plan", "only print what would change; so it is without any option, too").conflicts(
        "apply",
      ),
      ...PLAN_OPTIONS,
    ],
  },
];

/** `tidemark digest`. */
export const DIGEST_ROW: CommandRow = {
  words: "digest",
  does: "make the issue of this week's digest, or of the review of the month or quarter",
  load: () => import("../github/digest.ts"),
  options: [
    new Option("--period <period>", "which review").choices([...RHYTHMS]).default("week"),
    ...PLAN_OPTIONS,
  ],
};
