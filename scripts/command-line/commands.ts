import { ALERT_ROWS } from "./alert-rows.ts";
import type { CommandGroup, CommandRow } from "./command-row.ts";
import { ACTIONS_ROWS, DIGEST_ROW, GITHUB_ROWS } from "./github-rows.ts";
import { IMPORT_ROWS } from "./import-rows.ts";
import { CHANGES_ROWS, ONCALL_ROWS } from "./log-rows.ts";
import { NEW_ROWS } from "./new-rows.ts";
import { NOTIFY_ROWS } from "./notify-rows.ts";
import { NUMBER_ROWS } from "./number-rows.ts";
import { RESPONSE_GROUPS } from "./response-rows.ts";
import { REVIEW_ROWS } from "./review-rows.ts";
import { RUNBOOK_ROWS } from "./runbook-rows.ts";
import { SITE_ROWS } from "./site-rows.ts";
import { SLO_ROWS } from "./slo-rows.ts";
import { START_ROWS } from "./start-rows.ts";

/** Every command, in the order of the help. */
export const COMMANDS: readonly (CommandRow | CommandGroup)[] = [
  ...SITE_ROWS,
  {
    words: "new",
    does: "begin a file that passes the check; asks what is not given",
    rows: NEW_ROWS,
  },
  ...RESPONSE_GROUPS,
  { words: "alert", does: "let alerts open incidents", rows: ALERT_ROWS },
  { words: "github", does: "run incidents on GitHub, from workflows", rows: GITHUB_ROWS },
  { words: "actions", does: "keep follow-ups from being forgotten", rows: ACTIONS_ROWS },
  DIGEST_ROW,
  { words: "runbook", does: "keep runbooks true", rows: RUNBOOK_ROWS },
  { words: "review", does: "record what reviews decide", rows: REVIEW_ROWS },
  ...NUMBER_ROWS,
  { words: "slo", does: "keep what monitoring measured", rows: SLO_ROWS },
  { words: "changes", does: "keep the logs of changes", rows: CHANGES_ROWS },
  { words: "oncall", does: "keep the logs of pages and shifts", rows: ONCALL_ROWS },
  { words: "import", does: "bring foreign content in, with a report of losses", rows: IMPORT_ROWS },
  ...NOTIFY_ROWS,
  ...START_ROWS,
];
