/** A JSON object of a foreign source, of which nothing is known for certain. */
export type Json = Readonly<Record<string, unknown>>;

/** The field as a text that says something. */
export function textOf(object: Json | undefined, name: string): string | undefined {
  const value = object?.[name];
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The field as a list of objects. */
export function listOf(object: Json | undefined, name: string): Json[] {
  return objectsIn(object?.[name]);
}

/** The objects of a list. */
export function objectsIn(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Finds the line of a JSON text on which a value stands, after the value that says whose it is. */
export function lineFinder(text: string): (owner: string, value?: string) => number | undefined {
  return (owner, value) => {
    const start = text.indexOf(JSON.stringify(owner));
    const at = value === undefined ? start : text.indexOf(JSON.stringify(value), Math.max(0, start));
    const place = at === -1 ? start : at;
    return place === -1 ? undefined : text.slice(0, place).split("\n").length;
  };
}
