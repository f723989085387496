/** A value as a message shows it, short. */
export function quoted(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 60 ? `${value.slice(0, 60)}…` : value);
  return value === undefined
    ? "value"
    : typeName(value) === "list" || typeName(value) === "mapping"
      ? typeName(value)
      : String(value);
}

/** What kind of value stands there, as authors call it. */
export function typeName(value: unknown): string {
  if (value === null) return "empty value";
  if (Array.isArray(value)) return "list";
  return (
    { object: "mapping", string: "text", number: "number", boolean: "true or false" }[
      typeof value as string
    ] ?? typeof value
  );
}

/** What kind of value the schema expects, as authors call it. */
export function wordFor(expected: string): string {
  return (
    {
      object: "a mapping",
      array: "a list",
      string: "text",
      number: "a number",
      int: "a whole number",
      boolean: "true or false",
      record: "a mapping",
    }[expected] ?? expected
  );
}
