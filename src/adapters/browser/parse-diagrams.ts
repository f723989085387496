import { once } from "node:events";
import { Worker } from "node:worker_threads";

/** What mermaid has against a diagram. */
export interface SyntaxProblem {
  /** Line of the source from 1, where mermaid names one. */
  readonly row?: number;
  /** Its own words, on one line. */
  readonly words: string;
}

/** Longest time that one diagram may take to be read; what takes longer is no picture. */
const PATIENCE = 60_000;

/** Reads diagrams with mermaid's own parsers, no browser needed: what it has against each, in their order. */
export async function parseDiagrams(sources: readonly string[]): Promise<(SyntaxProblem | undefined)[]> {
  const problems: (SyntaxProblem | undefined)[] = [];
  let worker: Worker | undefined;
  try {
    for (const source of sources) {
      worker ??= await startWorker();
      worker.postMessage(withoutComments(source));
      const answer = await answerOf(worker);
      problems.push(answer === undefined ? undefined : problemOf(source, answer));
      if (answer?.over) {
        await worker.terminate();
        worker = undefined;
      }
    }
  } finally {
    await worker?.terminate();
  }
  return problems;
}

interface Answer {
  readonly message: string;
  readonly line?: number;
  /** Whether the thread is of no more use. */
  readonly over?: true;
}

async function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL(import.meta.url.replace(/parse-diagrams(?=\.[jt]s$)/, "parse-worker")), {
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  await once(worker, "message");
  return worker;
}

async function answerOf(worker: Worker): Promise<Answer | undefined> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), PATIENCE);
  try {
    const [answer] = (await once(worker, "message", { signal: late.signal })) as [Answer | undefined];
    return answer;
  } catch {
    return { message: "it takes too long to be read", over: true };
  } finally {
    clearTimeout(timer);
  }
}

/** Mermaid takes comments out and counts the lines that are left; empty lines in their place keep the count true. */
function withoutComments(source: string): string {
  return source.replace(/^[ \t]*%%.*$/gm, "");
}

function problemOf(source: string, { message, line }: Answer): SyntaxProblem {
  const named = line ?? Number(/\bline (\d+)/.exec(message)?.[1]);
  const skipped = /^\s*/.exec(withoutComments(source))![0].split("\n").length - 1;
  const row = Number.isFinite(named) ? named + skipped : undefined;
  const expecting = /Expecting [^\n]*/.exec(message)?.[0] ?? message.split("\n")[0] ?? "";
  const words = expecting.replace(/\s+/g, " ").trim().slice(0, 200);
  return row !== undefined && row <= source.split("\n").length ? { row, words } : { words };
}
