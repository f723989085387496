import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { CompiledSite } from "./compile-site.ts";
import type { PageToDraw } from "./drawn-pages.ts";
import { siblingOf } from "./sibling-of.ts";

/** Which pages to draw from which facts into which folder. */
export interface DrawRequest {
  readonly nodePath: string;
  readonly site: CompiledSite;
  /** The facts folder of one audience: all that the drawing process may read besides the compiled site. */
  readonly facts: string;
  /** Folder for the HTML files; the only place that it may write. */
  readonly out: string;
  readonly base: string;
  readonly pages: readonly PageToDraw[];
  readonly signal?: AbortSignal;
}

/** Draws pages in a process of its own that can read the compiled site and the facts, and nothing else. */
export function drawPages(request: DrawRequest): Promise<void> {
  if (request.pages.length === 0) return Promise.resolve();
  const script = fileURLToPath(siblingOf(import.meta.url, "draw-process"));
  const entryFolder = request.site.entry.replace(/[^/\\]+$/, "");
  const wall = [
    "--permission",
    `--allow-fs-read=${script}`,
    `--allow-fs-read=${entryFolder}`,
    `--allow-fs-read=${request.facts}/`,
    `--allow-fs-write=${request.out}/`,
    `--allow-fs-read=${request.out}/`,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(request.nodePath, [...wall, script], {
      env: { TIDEMARK_FACTS: request.facts, TZ: "UTC", NODE_ENV: "production" },
      stdio: ["pipe", "ignore", "pipe"],
      ...(request.signal ? { signal: request.signal } : {}),
    });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.stdin.on("error", () => {});
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(
            new Error(`The pages could not be drawn (exit ${code}): ${said.slice(-4000)}`, {
              cause: systemErrorOf(said),
            }),
          ),
    );
    child.stdin.end(
      JSON.stringify({
        entry: request.site.entry,
        out: request.out,
        base: request.base,
        pages: request.pages,
      }),
    );
  });
}

/** What the system refused the drawing process, as Node writes it when a process ends of it. */
function systemErrorOf(said: string): Error | undefined {
  const code = /^ {2}code: '(E[A-Z]+)'/m.exec(said)?.[1];
  const path = /^ {2}path: '([^'\n]*)'/m.exec(said)?.[1];
  return code === undefined
    ? undefined
    : Object.assign(new Error(code), { code, ...(path === undefined ? {} : { path }) });
}
