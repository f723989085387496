import { Option } from "commander";
import type { CommandRow } from "./command-row.ts";
import { asCount, asDuration } from "./option-values.ts";

/** The commands that check content, build sites of it and show them. */
export const SITE_ROWS: readonly CommandRow[] = [
  {
    words: "check",
    does: "report every problem of every file",
    load: () => import("../check.ts"),
    options: [
      new Option("--format <format>", "how to report")
        .choices(["console", "json", "github", "sarif"])
        .default("console"),
      new Option("--overdue <verdict>", "what overdue items do (default: as site.yaml says)").choices([
        "warn",
        "fail",
      ]),
      new Option(
        "--grace <duration>",
        "how long overdue is let pass, e.g. 3d (default: as site.yaml says)",
      ).argParser(asDuration),
      new Option("--max-warnings <n>", "fail when there are more warnings than this").argParser(asCount),
    ],
  },
  {
    words: "build",
    does: "build the site for one audience",
    load: () => import("../build.ts"),
    options: [audience(), new Option("--out <dir>", "where the site goes (default: dist/AUDIENCE)")],
  },
  {
    words: "publish",
    does: "show as a difference what a build would make public, compared with the last one; publish nothing",
    load: () => import("../publish.ts"),
    options: [
      new Option(
        "--dry-run",
        "the only way so far: `build --audience public` publishes",
      ).makeOptionMandatory(),
      new Option("--audience <name>", "public, or one of site.yaml").default("public"),
      new Option("--out <dir>", "where the last site is (default: dist/AUDIENCE)"),
      new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
    ],
  },
  {
    words: "preview",
    does: "serve a built site on this machine",
    load: () => import("../preview.ts"),
    options: [audience(), new Option("--out <dir>", "the built site (default: dist/AUDIENCE)"), port()],
    needsContent: false,
  },
  {
    words: "diagrams",
    does: "draw the diagrams that are not drawn yet",
    load: () => import("../diagrams.ts"),
    options: [new Option("--dry-run", "say what it would do, but write nothing")],
    fixed: { dryRun: false },
  },
  {
    words: "dev",
    does: "build and serve, again at each change of the content",
    load: () => import("../dev.ts"),
    options: [audience(), port()],
  },
];

function audience(): Option {
  return new Option("--audience <name>", "internal, public, or one of site.yaml").default("internal");
}

function port(): Option {
  return new Option("--port <n>", "the port to listen on").argParser(asCount).default(4321);
}
