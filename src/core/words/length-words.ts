/** A length of time as it is written in front matter → words: `48h` is `48 h`, `28d` is `28 days`, `10bd` is `10 business days`. */
export function lengthWords(length: string): string {
  const match = /^(\d+)(s|min|h|d|bd)$/.exec(length);
  if (!match) return length;
  const [, count, unit] = match as unknown as [string, string, keyof typeof UNITS];
  const [one, many] = UNITS[unit];
  return `${count} ${count === "1" ? one : many}`;
}

const UNITS = {
  s: ["s", "s"],
  min: ["min", "min"],
  h: ["h", "h"],
  d: ["day", "days"],
  bd: ["business day", "business days"],
} as const;
