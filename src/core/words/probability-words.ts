/** A p-value with two digits that count: `0.001 or less`, `0.043`, `0.28`. */
export function probabilityWords(p: number): string {
  return p < 0.001 ? "0.001 or less" : p < 0.1 ? p.toFixed(3) : p.toFixed(2);
}
