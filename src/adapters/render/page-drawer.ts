import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { CompiledSite } from "./compile-site.ts";
import { siblingOf } from "./sibling-of.ts";

/** Where a drawer draws. */
export interface DrawerRequest {
  readonly nodePath: string;
  readonly site: CompiledSite;
  /** The facts folder: all that the drawing process may read besides the compiled site. */
  readonly facts: string;
  /** Folder for the HTML; the only place that it may write. */
  readonly out: string;
  readonly base: string;
}

/** Draws single pages, one after the other, in a process that stays and can read only the compiled site and the facts. */
export class PageDrawer {
  readonly #child: ChildProcess;
  readonly #out: string;
  readonly #answers: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();
  #said = "";

  constructor({ nodePath, site, facts, out, base }: DrawerRequest) {
    const script = fileURLToPath(siblingOf(import.meta.url, "draw-on-request"));
    // What is granted must be there when the process starts.
    for (const folder of [facts, out]) mkdirSync(folder, { recursive: true });
    this.#out = out;
    const wall = [
      "--permission",
      `--allow-fs-read=${script}`,
      `--allow-fs-read=${site.entry.replace(/[^/\\]+$/, "")}`,
      `--allow-fs-read=${facts}/`,
      `--allow-fs-write=${out}/`,
      `--allow-fs-read=${out}/`,
    ];
    this.#child = spawn(nodePath, [...wall, script, site.entry, out, base], {
      env: { TIDEMARK_FACTS: facts, TZ: "UTC", NODE_ENV: "production" },
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#child.stderr?.on("data", (chunk: Buffer) => (this.#said = `${this.#said}${chunk}`.slice(-4000)));
    this.#child.stdin?.on("error", () => {});
    this.#answers = createInterface({ input: this.#child.stdout! })[Symbol.asyncIterator]();
  }

  /** Puts the facts of a page in place by `prepare`, then draws it; requests wait for one another. */
  draw(path: string, prepare: () => void): Promise<string> {
    const drawn = this.#last.then(() => this.#drawNow(path, prepare));
    this.#last = drawn.catch(() => {});
    return drawn;
  }

  /** Ends the process. */
  close(): void {
    this.#child.kill();
  }

  async #drawNow(path: string, prepare: () => void): Promise<string> {
    prepare();
    this.#child.stdin?.write(`${JSON.stringify({ path, file: "page.html" })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error(`The drawing process ended: ${this.#said}`);
    const { problem } = JSON.parse(value) as { problem?: string };
    if (problem !== undefined)
      throw new Error(`The page ${path} could not be drawn: ${problem} ${this.#said}`);
    return readFileSync(join(this.#out, "page.html"), "utf8");
  }
}
