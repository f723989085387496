/**
 * The value below which a share `p` (0 to 1) of sorted values lies: linear between the two nearest, position p·(n − 1)
 * (Hyndman and Fan, type 7); absent without values.
 */
export function quantile(sorted: readonly number[], p: number): number | undefined {
  if (sorted.length === 0) return undefined;
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (position - below);
}
