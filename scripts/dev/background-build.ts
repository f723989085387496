import { type ChildProcess, spawn } from "node:child_process";
import { setPriority } from "node:os";
import { extname, join } from "node:path";
import type { CommandContext, DevFlags } from "../command.ts";

/** Nobody waits for the whole build: it starts when the author has paused this long. */
const pause = 5_000;

/** Builds the whole site, search and gates included, whenever the author pauses; a newer edit stops it. */
export class BackgroundBuild {
  readonly #context: CommandContext<DevFlags>;
  readonly #tell: (words: string) => void;
  #timer: NodeJS.Timeout | undefined;
  #child: ChildProcess | undefined;

  constructor(context: CommandContext<DevFlags>, tell: (words: string) => void) {
    this.#context = context;
    this.#tell = tell;
  }

  /** The content was read without errors at a time of day: build that, after a pause. */
  wish(at: string): void {
    this.stop();
    this.#timer = setTimeout(() => this.#start(at), pause);
  }

  /** Gives up what is under way. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#child?.kill();
    this.#child = undefined;
  }

  #start(at: string): void {
    const { contentDir, asOf, environment, flags } = this.#context;
    const words = [
      join(environment.projectDir, "scripts", `tidemark${extname(import.meta.filename)}`),
      ...["--quiet", "--content", contentDir],
      ...(asOf ? ["--as-of", asOf] : []),
      ...["build", "--audience", flags.audience],
    ];
    const child = spawn(environment.nodePath, words, {
      cwd: environment.workingDir,
      env: environment.variables as NodeJS.ProcessEnv,
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#child = child;
    child.on("spawn", () => lower(child.pid));
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said = `${said}${chunk}`.slice(0, 4000)));
    child.on("error", () => this.#tell("Search and gates could not be run"));
    child.on("close", (code) => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (code !== 0) this.#context.writeError(said);
      this.#tell(
        code === 0
          ? `Search and gates: passed, as of ${at}`
          : `Search and gates: held back at ${at}, see the terminal`,
      );
    });
  }
}

/** Drawing what the author looks at comes first; where priorities are not ours to set, it is as it is. */
function lower(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 10);
  } catch {
    return;
  }
}
