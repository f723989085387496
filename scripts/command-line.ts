import { Command } from "commander";
import type { Instant } from "../src/core/time.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { CommandModule } from "./command.ts";
import type { CommandGroup, CommandRow } from "./command-line/command-row.ts";
import { COMMANDS } from "./command-line/commands.ts";
import { asInstant } from "./command-line/option-values.ts";

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
  function row(parent: Command, { words, does, load, ...more }: CommandRow): void {
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

  for (const each of COMMANDS) {
    if (!("rows" in each)) row(program, each);
    else for (const own of each.rows) row(groupOf(program, each), own);
  }

  program.parse([...words], { from: "user" });
  if (!requested) throw new Error(`Unexpected command line ${words.join(" ")}, expected a command`);
  return requested;
}

/** The command that holds the rows of a group; made when its first row asks for it. */
function groupOf(program: Command, { words, does }: CommandGroup): Command {
  return (
    program.commands.find((command) => command.name() === words) ?? program.command(words).description(does)
  );
}
