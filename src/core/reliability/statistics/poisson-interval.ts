import type { Bounds } from "./bootstrap-interval.ts";
import { gammaShare } from "./gamma.ts";

/**
 * Exact 95 % interval of a Poisson count n (Garwood, 1936): from the λ under which n or more has probability 2.5 % to the
 * λ under which n or fewer has; for n = 0 from 0.
 */
export function poissonInterval(count: number): Bounds {
  return [count === 0 ? 0 : gammaQuantile(count, 0.025), gammaQuantile(count + 1, 0.975)];
}

/** The x below which a share of a gamma distribution of shape a lies, by bisection. */
function gammaQuantile(a: number, share: number): number {
  let low = 0;
  let high = a + 20 * Math.sqrt(a) + 20;
  while (high - low > 1e-10 * high) {
    const middle = (low + high) / 2;
    if (gammaShare(a, middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
