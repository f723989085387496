import { hash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";

/** A page of the site that stands, what it was made from, and how its file stood. */
export interface StandingPage {
  readonly key: string;
  readonly stat: readonly number[];
}

/** The pages that need not be made again: those made from the same, whose file nobody has touched since. */
export class StandingPages {
  readonly #out: string;
  readonly #before: ReadonlyMap<string, StandingPage>;
  readonly #keys = new Map<string, string>();

  constructor(out: string, before: ReadonlyMap<string, StandingPage> = new Map()) {
    this.#out = out;
    this.#before = before;
  }

  /** Whether the page that would be made from something stands already. */
  stands(path: string, madeFrom: string): boolean {
    const key = hash("sha256", madeFrom).slice(0, 24);
    this.#keys.set(path, key);
    const before = this.#before.get(path);
    const stat = statOf(join(this.#out, path));
    return (
      before?.key === key && stat !== undefined && stat.every((part, index) => part === before.stat[index])
    );
  }

  /** The pages that were asked for, as they stand now. */
  known(): Map<string, StandingPage> {
    const pages = [...this.#keys].flatMap(([path, key]) => {
      const stat = statOf(join(this.#out, path));
      return stat ? [[path, { key, stat }] as const] : [];
    });
    return new Map(pages);
  }
}

function statOf(file: string): number[] | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && [stat.size, stat.mtimeMs, stat.ino];
}
