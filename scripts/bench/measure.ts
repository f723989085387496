import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a whole process took, its children included. */
export interface Measured {
  readonly wallSeconds: number;
  /** User and system time of the process and all its children; absent where the system does not tell. */
  readonly cpuSeconds?: number;
  /** Largest single process, in MB. */
  readonly peakMegabytes?: number;
  readonly output: string;
}

/** Runs a command to its end and measures it from outside, every process of its tree; an exit code other than 0 is an error. */
export async function measure(
  command: string,
  words: readonly string[],
  folder: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const started = performance.now();
  const child = spawn(command, words, {
    cwd: folder,
    env: { ...process.env, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // A process that its parent does not wait for is counted nowhere, so each one is looked at while it lives.
  const cpu = new Map<number, number>();
  let peak = 0;
  const look = (): void => {
    for (const pid of treeOf(child.pid!)) {
      cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuFields(pid)?.own ?? 0));
      peak = Math.max(peak, highWater(pid));
    }
  };
  const watch = setInterval(look, 15);
  const code = await new Promise<number | null>((resolve, reject) =>
    child.on("error", reject).on("close", resolve),
  );
  clearInterval(watch);
  const wallSeconds = (performance.now() - started) / 1000;
  if (code !== 0)
    throw new Error(`${command} ${words.join(" ")} ended with ${code}:\n${output.slice(-2000)}`);
  const cpuSeconds = [...cpu.values()].reduce((sum, seconds) => sum + seconds, 0);
  return {
    wallSeconds,
    output,
    ...(cpuSeconds > 0 ? { cpuSeconds } : {}),
    ...(peak > 0 ? { peakMegabytes: peak / 1024 } : {}),
  };
}

/** CPU seconds of all children, ended and running, and of theirs. */
export function childrenSeconds(): number | undefined {
  const running = treeOf(process.pid)
    .slice(1)
    .map((pid) => cpuFields(pid));
  const own = cpuFields(process.pid);
  return (
    own && running.reduce((sum, child) => sum + (child?.own ?? 0) + (child?.children ?? 0), own.children)
  );
}

function cpuFields(pid: number): { own: number; children: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    return { own: (fields[11]! + fields[12]!) / 100, children: (fields[13]! + fields[14]!) / 100 };
  } catch {
    return undefined;
  }
}

function treeOf(pid: number): number[] {
  try {
    const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
    return [pid, ...children.flatMap(treeOf)];
  } catch {
    return [pid];
  }
}

/** Most memory that a process ever held, in KB. */
function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
