import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** What to try. */
export interface FuzzRequest {
  readonly seed: number;
  readonly count: number;
  /** Processes at once. */
  readonly processes: number;
  /** Folders of files to begin from. */
  readonly folders: readonly string[];
  /** The program that takes the cases. */
  readonly worker?: string;
  /** Milliseconds after which a silent process hangs. */
  readonly patience?: number;
}

/** A file that did what no file may. */
export interface FuzzFailure {
  readonly number: number;
  readonly what: string;
}

/** How it went. */
export interface FuzzReport {
  readonly valid: number;
  readonly refused: number;
  readonly slowest: { readonly number: number; readonly milliseconds: number };
  readonly failures: readonly FuzzFailure[];
}

/** No file may take longer, in CPU time. */
const SLOW = 1_000;
const PATIENCE = 20_000;

/** Runs mutated files through the parser in processes that may die: a signal, an exception or a second is a failure. */
export async function fuzz(request: FuzzRequest): Promise<FuzzReport> {
  const report = {
    valid: 0,
    refused: 0,
    slowest: { number: -1, milliseconds: 0 },
    failures: [] as FuzzFailure[],
  };
  const lanes = Array.from({ length: request.processes }, async (_, lane) => {
    let first: number | undefined = lane;
    while (first !== undefined) first = await runFrom(request, first, report);
  });
  await Promise.all(lanes);
  return { ...report, failures: report.failures.sort((a, b) => a.number - b.number) };
}

type Report = { valid: number; refused: number; slowest: FuzzReport["slowest"]; failures: FuzzFailure[] };

/** Runs one process to its end; returns where the next one must go on when it died. */
async function runFrom(request: FuzzRequest, first: number, report: Report): Promise<number | undefined> {
  const { seed, count, processes, folders, patience = PATIENCE } = request;
  const worker = request.worker ?? new URL("./worker.ts", import.meta.url).pathname;
  const child = spawn(
    process.execPath,
    [worker, ...[seed, first, count, processes].map(String), ...folders],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (chunk) => (said += chunk));
  let running: number | undefined;
  let timer = setTimeout(() => child.kill("SIGKILL"), patience);
  const closed = new Promise<{ code: number | null; signal: string | null }>((done) =>
    child.on("close", (code, signal) => done({ code, signal })),
  );
  for await (const line of createInterface(child.stdout)) {
    clearTimeout(timer);
    timer = setTimeout(() => child.kill("SIGKILL"), patience);
    const [, mark, number, time, result] = /^([<>]) (\d+)(?: (\d+) (.*))?$/.exec(line) ?? [];
    running = mark === "<" ? Number(number) : undefined;
    if (mark === ">") note(report, Number(number), Number(time), JSON.parse(result!) as string);
  }
  clearTimeout(timer);
  const { code, signal } = await closed;
  if (code === 0) return undefined;
  if (running === undefined)
    throw new Error(`The worker died between two files (${signal ?? code}): ${said.slice(0, 2_000)}`);
  report.failures.push({
    number: running,
    what: signal === "SIGKILL" ? `silent for ${patience / 1000} s` : `died by ${signal ?? `exit ${code}`}`,
  });
  return running + processes < count ? running + processes : undefined;
}

function note(report: Report, number: number, milliseconds: number, result: string): void {
  if (result === "valid") report.valid++;
  else if (result === "refused") report.refused++;
  else report.failures.push({ number, what: result });
  if (milliseconds > report.slowest.milliseconds) report.slowest = { number, milliseconds };
  if (milliseconds > SLOW) report.failures.push({ number, what: `took ${milliseconds} ms` });
}
