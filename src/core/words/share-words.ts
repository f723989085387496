/** 0.9995 → `99.95 %`, with as many digits as it takes to tell it from 1. */
export function shareWords(share: number): string {
  return `${Number((share * 100).toFixed(share > NEAR_ONE ? 4 : 3))} %`;
}

/** A share that was kept → `99.926 %`: rounded down, so that a miss is never shown as kept. */
export function keptWords(share: number): string {
  const steps = share > NEAR_ONE ? 1e6 : 1e5;
  return shareWords(Math.floor(share * steps + 1e-6) / steps);
}

const NEAR_ONE = 0.9999;
