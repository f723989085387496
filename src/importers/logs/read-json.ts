import type { Place, Row } from "./place.ts";

/** A JSON text as values with their lines, or what is wrong with it. */
export type JsonReading =
  | { readonly ok: true; readonly row: Row }
  | { readonly ok: false; readonly line: number; readonly problem: string };

/** Deepest nesting that is read; what programs write to tell of deployments and pages stays far below. */
const MAX_DEPTH = 64;
const SCALAR = /"(?:[^"\\\n]|\\.)*"|[-+.\w]+/y;

/** Reads JSON and keeps the line of every value. */
export function readJson(text: string): JsonReading {
  const json = text.replace(/^\ufeff/, "");
  let [at, line] = [0, 1];

  /** The next sign that is no space. */
  function sign(): string | undefined {
    for (; /\s/.test(json[at] ?? "x"); at++) if (json[at] === "\n") line++;
    return json[at];
  }

  function scalar(): unknown {
    SCALAR.lastIndex = at;
    const word = SCALAR.exec(json)?.[0];
    if (word === undefined) throw new Problem("is no JSON from here on");
    try {
      const value: unknown = JSON.parse(word);
      at += word.length;
      return value;
    } catch {
      throw new Problem("is no JSON from here on");
    }
  }

  function expectSign(wanted: string): void {
    if (sign() !== wanted) throw new Problem(`is no JSON from here on: expected ${wanted}`);
    at++;
  }

  /** What stands between two brackets, parted by commas. */
  function inside(close: string, each: () => void): void {
    at++;
    if (sign() !== close)
      for (each(); sign() === ","; each()) {
        at++;
        sign();
      }
    expectSign(close);
  }

  function value(depth: number): Row {
    const first = sign();
    const here = line;
    if (depth > MAX_DEPTH) throw new Problem(`is nested more deeply than ${MAX_DEPTH} levels`);
    if (first === "[") {
      const items: Row[] = [];
      inside("]", () => items.push(value(depth + 1)));
      const places = items.map(({ place }) => place);
      return { data: items.map(({ data }) => data), place: { line: here, items: places } };
    }
    if (first !== "{") return { data: scalar(), place: { line: here } };
    const fields = new Map<string, Place>();
    const data: [string, unknown][] = [];
    inside("}", () => {
      if (json[at] !== '"' && sign() !== '"') throw new Problem("is no JSON from here on: expected a name");
      const name = String(scalar());
      expectSign(":");
      const field = value(depth + 1);
      fields.set(name, field.place);
      data.push([name, field.data]);
    });
    return { data: Object.fromEntries(data), place: { line: here, fields } };
  }

  try {
    const row = value(1);
    if (sign() !== undefined) throw new Problem("is no JSON from here on: expected its end");
    return { ok: true, row };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { ok: false, line, problem: error.message };
  }
}

class Problem extends Error {}
