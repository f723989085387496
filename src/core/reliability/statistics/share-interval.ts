import type { Bounds } from "./bootstrap-interval.ts";
import { Z_95 } from "./normal-distribution.ts";

/** 95 % interval of a share k of n (Wilson, 1927), within 0 and 1; absent without cases. */
export function shareInterval(part: number, whole: number): Bounds | undefined {
  if (whole === 0) return undefined;
  const share = part / whole;
  const z = Z_95 * Z_95;
  const middle = (share + z / (2 * whole)) / (1 + z / whole);
  const half = (Z_95 / (1 + z / whole)) * Math.sqrt((share * (1 - share)) / whole + z / (4 * whole * whole));
  return [part === 0 ? 0 : middle - half, part === whole ? 1 : middle + half];
}
