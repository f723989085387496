import { readFileSync, readlinkSync } from "node:fs";

/** Whether a process runs, and when it was born, so that a number given again to another process is noticed. */
export type ProcessState =
  | { readonly running: false }
  | {
      readonly running: true /** Boot and start time; absent where the system does not tell. */;
      readonly birth?: string;
    };

/** The state of a process of this machine. A dead one that nobody has collected yet counts as not running. */
export function processState(pid: number): ProcessState {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return { running: false };
  }
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, "utf8"));
  if (stat === undefined) return { running: true };
  // The name in parentheses may hold anything; what follows the last one counts from field 3.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return { running: false };
  const boot = readOr(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()) ?? "";
  return { running: true, birth: `${boot}/${fields[19]}` };
}

/** The space in which process numbers are counted (containers of one machine have their own); absent if unknown. */
export function processSpace(): string | undefined {
  return readOr(() => readlinkSync("/proc/self/ns/pid"));
}

function readOr(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
