// `tidemark init`: look at the folder → ask → make every file → check them → write.
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { FORM_PATH } from "../src/core/declare/form-fields.ts";
import { issueForm } from "../src/core/declare/issue-form.ts";
import type { Diagnostic } from "../src/core/diagnostic.ts";
import { reportConsole } from "../src/core/reports/console.ts";
import { starterRepository } from "../src/core/starter/starter-repository.ts";
import {
  STARTER_DEFAULTS,
  type StarterFile,
  type StarterWishes,
} from "../src/core/starter/starter-wishes.ts";
import { cacheFolderOf, readContent } from "../src/loader/read-content.ts";
import { problemsOf } from "../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { askForWishes, type SaidWishes } from "./init/ask-for-wishes.ts";
import { tidemarkHome } from "./init/tidemark-home.ts";
import { openTerminal } from "./new/terminal.ts";
import { refuse } from "./refuse.ts";

/** What `init` was asked. */
export interface InitFlags extends SaidWishes {
  /** The folder; absent: the working folder. */
  readonly dir?: string;
  /** Take the default of what is not said, and ask nothing. */
  readonly yes: boolean;
  /** `OWNER/REPOSITORY@COMMIT` of Tidemark. */
  readonly tidemark?: { readonly repository: string; readonly commit: string };
}

/** What npm and git may have put into a folder that counts as empty. */
const NO_MATTER = [".git", "node_modules", "package.json", "package-lock.json", ".npmrc"];
const UNKNOWN_REPOSITORY = "OWNER/tidemark";

/** Writes a repository with nothing but content and small workflow files into an empty folder. */
export async function run(context: CommandContext<InitFlags>): Promise<ExitCode> {
  const folder = resolve(context.environment.workingDir, context.flags.dir ?? ".");
  const standing = whatStands(folder);
  if (standing.length > 0)
    return refuse(
      context,
      2,
      `${folder} is not empty (${standing.slice(0, 3).join(", ")}): name an empty or a new folder.`,
    );
  const home = homeOf(context);
  if (home === undefined)
    return refuse(
      context,
      2,
      "Which commit of Tidemark is this? Say it with --tidemark OWNER/REPOSITORY@COMMIT.",
    );
  const said = await saidWishes(context);
  if (said === undefined)
    return refuse(
      context,
      2,
      "Nobody can be asked here: `tidemark init --yes` takes the defaults, `--help` lists what can be said.",
    );
  const files = starterRepository({ ...STARTER_DEFAULTS, ...said, home });
  const problems = files.flatMap((file) => problemsIn(folder, file));
  if (problems.length > 0) {
    context.writeError(
      reportConsole(problems, { files: 1, milliseconds: 0, color: context.environment.color, quiet: true }),
    );
    return refuse(context, 2, "What was said cannot stand in the files that it would go into.");
  }
  for (const { path, text } of files) writeNew(join(folder, path), text);
  writeNew(join(folder, FORM_PATH), formOf(join(folder, "content")));
  if (!context.quiet) context.write(farewell(context, folder, files.length + 1, home));
  return 0;
}

function whatStands(folder: string): string[] {
  if (!existsSync(folder)) return [];
  if (!lstatSync(folder).isDirectory()) return ["it is a file"];
  return readdirSync(folder).filter((name) => !NO_MATTER.includes(name));
}

function homeOf({ flags, environment }: CommandContext<InitFlags>): StarterWishes["home"] | undefined {
  const known = flags.tidemark ?? tidemarkHome(environment.projectDir);
  if (known.commit === undefined) return undefined;
  const { version } = JSON.parse(readFileSync(join(environment.projectDir, "package.json"), "utf8"));
  return { repository: known.repository ?? UNKNOWN_REPOSITORY, commit: known.commit, version };
}

async function saidWishes({
  flags,
  signal,
  quiet,
}: CommandContext<InitFlags>): Promise<SaidWishes | undefined> {
  const { dir: _dir, yes, tidemark: _tidemark, ...said } = flags;
  if (yes) return said;
  const terminal = quiet ? undefined : openTerminal(signal);
  if (!terminal) return undefined;
  const wishes = await askForWishes(said, terminal.ask);
  terminal.close();
  return wishes;
}

function problemsIn(folder: string, { path, text }: StarterFile): Diagnostic[] {
  if (!path.startsWith("content/")) return [];
  return problemsOf(join(folder, "content"), path.slice("content/".length), text);
}

/** The form by which incidents are declared, its choices from the content as it was just written. */
function formOf(contentDir: string): string {
  const { knowledgeBase } = readContent(contentDir, cacheFolderOf(contentDir));
  if (!knowledgeBase) throw new Error("Unexpected new content that cannot be read");
  return issueForm(knowledgeBase);
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: "wx" });
}

function farewell(
  { environment }: CommandContext<InitFlags>,
  folder: string,
  count: number,
  home: StarterWishes["home"],
): string {
  const way = relative(environment.workingDir, folder);
  const unknown =
    home.repository === UNKNOWN_REPOSITORY
      ? `Where Tidemark's repository lies is not known: put its owner where .github/workflows says ${UNKNOWN_REPOSITORY}, or begin again with --tidemark OWNER/REPOSITORY@COMMIT.\n`
      : "";
  return `Wrote ${count} files into ${folder}.
${unknown}Next: ${way === "" ? "" : `cd ${way}, then `}\`npx tidemark check\`, and \`npx tidemark dev\` to look at it. README.md says the rest.\n`;
}
