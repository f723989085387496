import { Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { asCount } from "./option-values.ts";

/** `tidemark slo …`. */
export const SLO_ROWS: readonly CommandRow[] = [
  {
    words: "pull",
    does: "take availability that Prometheus measured in, as dated snapshots under measurements/",
    load: () => import("../slo.ts"),
    options: [
      new Option("--prometheus <url>", "its address, e.g. http://localhost:9090").makeOptionMandatory(),
      new Option("--service <id>", "only the objectives of this service"),
      new Option("--journey <id>", "only the objectives of this journey"),
      new Option("--days <n>", "whole days back, at most 35 (default: the objective's window)").argParser(
        asCount,
      ),
      new Option("--timeout <seconds>", "how long one answer may take").argParser(asCount).default(30),
      new Option("--dry-run", "ask and report, but write nothing"),
    ],
    fixed: { dryRun: false },
  },
];
