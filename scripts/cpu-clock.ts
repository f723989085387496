import { childrenSeconds } from "./bench/measure.ts";

/** CPU milliseconds of this process and of its children. */
export function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000 + (childrenSeconds() ?? 0) * 1000;
}
