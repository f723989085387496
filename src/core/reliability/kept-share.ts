/** The share kept = 1 − downtime ÷ time that is judged; absent where nothing is judged. */
export function keptShare(downtime: number, judged: number): number | undefined {
  return judged > 0 ? 1 - downtime / judged : undefined;
}
