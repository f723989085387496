/** The name of the variable that holds many addresses, for places that hand on one secret only. */
export const MANY_ADDRESSES = "TIDEMARK_ADDRESSES";

/** The address that a secret's name stands for: a variable of that name, or a line `NAME=https://…` of the one that holds many. */
export function secretAddress(
  variables: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const own = variables[name]?.trim();
  if (own) return own;
  for (const line of (variables[MANY_ADDRESSES] ?? "").split(/\r?\n/)) {
    const at = line.indexOf("=");
    if (at > 0 && line.slice(0, at).trim() === name) return line.slice(at + 1).trim() || undefined;
  }
  return undefined;
}
