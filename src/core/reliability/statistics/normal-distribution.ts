import { gammaShare } from "./gamma.ts";

/** The 97.5 % point of the normal distribution. */
export const Z_95 = 1.959963984540054;

/** The probability that a standard normal number is at least so far from 0 on either side: 1 − P(1/2, z² ÷ 2). */
export function beyondBothSides(z: number): number {
  return 1 - gammaShare(0.5, (z * z) / 2);
}
