import { closeSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Entry, SalvagedEntry } from "../core/knowledge-base/knowledge-base.ts";

/** What became of a file when it was last compiled. */
export interface Compiled {
  readonly entry?: Entry;
  /** What can be judged of a file that is not valid. */
  readonly salvaged?: SalvagedEntry;
  readonly diagnostics: readonly Diagnostic[];
}

interface Row {
  readonly key: string;
  readonly compiled: Compiled;
}

/** Compiled files by path and digest; a cache that cannot be read is as good as none. */
export class CompileCache {
  readonly #file: string;
  readonly #version: string;
  readonly #rows: Map<string, Row>;
  #changed = false;
  readonly #used = new Set<string>();

  constructor(folder: string, version: string) {
    this.#file = join(folder, "documents.json");
    this.#version = version;
    this.#rows = readRows(this.#file, version);
  }

  get(path: string, digest: string): Compiled | undefined {
    const row = this.#rows.get(path);
    if (row?.key !== digest) return undefined;
    this.#used.add(path);
    return row.compiled;
  }

  set(path: string, digest: string, compiled: Compiled): void {
    this.#rows.set(path, { key: digest, compiled });
    this.#used.add(path);
    this.#changed = true;
  }

  /** Writes what is in use, in one rename; an unwritable cache only costs time. */
  save(): void {
    if (!this.#changed && this.#used.size === this.#rows.size) return;
    const temporary = `${this.#file}.${process.pid}.tmp`;
    try {
      mkdirSync(dirname(this.#file), { recursive: true });
      const file = openSync(temporary, "w");
      try {
        writeSync(file, `${JSON.stringify({ version: this.#version })}\n`);
        let chunk = "";
        for (const [path, row] of this.#rows) {
          if (!this.#used.has(path)) continue;
          chunk += `${JSON.stringify([path, row.key, row.compiled])}\n`;
          if (chunk.length > 1 << 20) {
            writeSync(file, chunk);
            chunk = "";
          }
        }
        writeSync(file, chunk);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, this.#file);
    } catch {
      rmSync(temporary, { force: true });
    }
  }
}

function readRows(file: string, version: string): Map<string, Row> {
  try {
    const lines = readFileSync(file, "utf8").split("\n");
    if ((JSON.parse(lines[0]!) as { version: string }).version !== version) return new Map();
    const rows = lines.slice(1).filter((line) => line !== "");
    return new Map(
      rows.map((line) => {
        const [path, key, compiled] = JSON.parse(line) as [string, string, Compiled];
        return [path, { key, compiled }] as const;
      }),
    );
  } catch {
    return new Map();
  }
}
