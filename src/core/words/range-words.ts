/** A range known roughly → `11,500 to 13,800`, or one number where both ends are the same. */
export function rangeWords({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? numberWords(low) : `${numberWords(low)} to ${numberWords(high)}`;
}

/** A number with its thousands apart, `11,500`; no more than two decimals. */
export function numberWords(value: number): string {
  const [whole = "0", part] = String(Math.round(value * 100) / 100).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return part === undefined ? grouped : `${grouped}.${part}`;
}
