import { Argument, Command, Option } from "commander";
import type { Instant } from "../src/core/time.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { CommandModule } from "./command.ts";
import type { CommandRow } from "./command-line/command-row.ts";
import { NUMBER_ROWS } from "./command-line/number-rows.ts";
import { asCount, asDate, asDuration, asInstant, asZone } from "./command-line/option-values.ts";
import { NEW_KINDS, newOptions } from "./new/new-options.ts";

/** One command as it was asked for, not yet loaded: `check` must not pay for Astro. */
export interface RequestedCommand {
  /** Its words, as in `import markdown`. */
  readonly name: string;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly content: string;
  readonly asOf?: Instant;
  readonly quiet: boolean;
  /** Whether the content folder must exist before it starts. */
  readonly needsContent: boolean;
  readonly load: () => Promise<CommandModule<never>>;
}

/** Where help and complaints about usage go. */
export interface Voice {
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** Reads the words of a command line; commander throws where they ask for nothing that exists, or for help. */
export function readCommandLine(words: readonly string[], version: string, voice: Voice): RequestedCommand {
  let requested: RequestedCommand | undefined;
  const program = new Command("tidemark")
    .description("A knowledge base of incidents, postmortems and runbooks from a folder in git.")
    .version(version)
    .option("--content <dir>", "the content folder", "content")
    .option("--as-of <instant>", "what was known then, e.g. 2026-03-14T17:52:00Z", asInstant)
    .option("--format <format>", "how to report, for commands that have formats")
    .option("--quiet", "say only what went wrong")
    .helpCommand("help [command]", "show the help of a command")
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ writeOut: voice.write, writeErr: voice.writeError })
    .exitOverride()
    .showHelpAfterError("(`tidemark --help` lists what there is)");

  /** Adds a row of the table: the words, what they do, their options, and the file that does it. */
  function row(
    parent: Command,
    words: string,
    does: string,
    load: RequestedCommand["load"],
    more: Partial<Omit<CommandRow, "words" | "does" | "load">> = {},
  ): void {
    const command = parent.command(words).description(does);
    for (const argument of more.arguments ?? []) command.addArgument(argument);
    for (const option of more.options ?? []) command.addOption(option);
    command.action(() => {
      const global = program.opts<{
        content: string;
        asOf?: Instant;
        quiet?: boolean;
        format?: string;
      }>();
      const named = command.registeredArguments.map(
        (argument, index) => [argument.name(), command.processedArgs[index]] as const,
      );
      requested = {
        name: parent === program ? words : `${parent.name()} ${words}`,
        flags: {
          ...more.fixed,
          ...command.opts(),
          ...chosenFormat(command, global.format),
          ...Object.fromEntries(named),
        },
        content: global.content,
        ...(global.asOf ? { asOf: global.asOf } : {}),
        quiet: global.quiet ?? false,
        needsContent: more.needsContent ?? true,
        load,
      };
    });
  }

  row(program, "check", "report every problem of every file", () => import("./check.ts"), {
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
  });
  row(program, "build", "build the site for one audience", () => import("./build.ts"), {
    options: [audience(), new Option("--out <dir>", "where the site goes (default: dist/AUDIENCE)")],
  });
  row(program, "preview", "serve a built site on this machine", () => import("./preview.ts"), {
    options: [audience(), new Option("--out <dir>", "the built site (default: dist/AUDIENCE)"), port()],
    needsContent: false,
  });
  row(program, "diagrams", "draw the diagrams that are not drawn yet", () => import("./diagrams.ts"), {
    options: [new Option("--dry-run", "say what it would do, but write nothing")],
    fixed: { dryRun: false },
  });
  row(program, "dev", "build and serve, again at each change of the content", () => import("./dev.ts"), {
    options: [audience(), port()],
  });

  const news = program
    .command("new")
    .description("begin a file that passes the check; asks what is not given");
  for (const [kind, does] of NEW_KINDS)
    row(news, kind, does, () => import("./new.ts"), {
      options: newOptions(kind),
      fixed: { kind, dryRun: false },
    });

  const runbooks = program.command("runbook").description("keep runbooks true");
  row(
    runbooks,
    "verify",
    "record that somebody followed a runbook as it stands",
    () => import("./runbook.ts"),
    {
      arguments: [new Argument("[ids...]", "the runbooks that were followed").default([])],
      options: [
        new Option("--by <handle>", "who followed it, a person of teams.yaml"),
        new Option("--how <how>", "how it was followed").choices(["read", "dry-run", "game-day", "incident"]),
        new Option("--on <date>", "the day, e.g. 2026-03-14 (default: today)").argParser(asDate),
        new Option(
          "--adopt",
          "give verifications without a digest that of the text as it stands; all runbooks by default",
        ),
      ],
      fixed: { adopt: false },
    },
  );

  for (const { words: own, does, load, ...more } of NUMBER_ROWS) row(program, own, does, load, more);

  const imports = program.command("import").description("bring foreign content in, with a report of losses");
  row(imports, "markdown", "a folder of Markdown files", () => import("./import.ts"), {
    arguments: [new Argument("<source>", "the folder or file to read")],
    options: [
      new Option("--out <dir>", "the content folder to write into").makeOptionMandatory(),
      new Option("--kind <kind>", "what the files are")
        .choices(["postmortem", "runbook"])
        .default("postmortem"),
      new Option("--zone <zone>", "the zone of times that name none, e.g. Europe/Berlin").argParser(asZone),
      new Option("--format <format>", "how to report").choices(["console", "json"]).default("console"),
      new Option("--dry-run", "report, but write nothing"),
    ],
    fixed: { from: "markdown", dryRun: false },
    needsContent: false,
  });

  program.parse([...words], { from: "user" });
  if (!requested) throw new Error(`Unexpected command line ${words.join(" ")}, expected a command`);
  return requested;
}

function audience(): Option {
  return new Option("--audience <name>", "internal, public, or one of site.yaml").default("internal");
}

function port(): Option {
  return new Option("--port <n>", "the port to listen on").argParser(asCount).default(4321);
}
