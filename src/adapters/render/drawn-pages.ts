import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileOfPage } from "../../core/addresses.ts";

/** A page and the digest of everything that it shows. */
export interface DrawnPage {
  readonly path: string;
  readonly digest: string;
}

/** The HTML of pages as they were last drawn, kept beside the content so that only changed ones are drawn again. */
export class DrawnPages {
  /** Folder into which pages are drawn. */
  readonly folder: string;
  readonly #record: string;
  readonly #frame: string;
  readonly #digests: Map<string, string>;

  /** `frame` is the digest of what all pages share: templates, styles, navigation. */
  constructor(home: string, frame: string) {
    this.folder = join(home, "html");
    this.#record = join(home, "drawn.json");
    this.#frame = frame;
    this.#digests = readRecord(this.#record, frame);
  }

  /** Forgets what is no longer there and returns the pages that must be drawn; until `remember` they count as undrawn. */
  stale(pages: readonly DrawnPage[]): string[] {
    mkdirSync(this.folder, { recursive: true });
    const wanted = new Map(pages.map(({ path, digest }) => [path, digest]));
    const stale = pages.filter(({ path, digest }) => this.#digests.get(path) !== digest || !existsSync(join(this.folder, fileOfPage(path)))).map(({ path }) => path);
    const gone = [...this.#digests.keys()].filter((path) => !wanted.has(path));
    for (const path of [...stale, ...gone]) this.#digests.delete(path);
    if (stale.length > 0 || gone.length > 0) this.#write();
    for (const path of gone) rmSync(join(this.folder, fileOfPage(path)), { force: true });
    return stale;
  }

  /** The given pages were drawn. */
  remember(pages: readonly DrawnPage[]): void {
    for (const { path, digest } of pages) this.#digests.set(path, digest);
    this.#write();
  }

  /** Copies pages into a site's folder. */
  copyTo(folder: string, pages: readonly DrawnPage[]): void {
    for (const { path } of pages) {
      const target = join(folder, fileOfPage(path));
      mkdirSync(dirname(target), { recursive: true });
      copyFileSync(join(this.folder, fileOfPage(path)), target);
    }
  }

  #write(): void {
    const temporary = `${this.#record}.${process.pid}.tmp`;
    mkdirSync(dirname(this.#record), { recursive: true });
    writeFileSync(temporary, JSON.stringify({ frame: this.#frame, pages: [...this.#digests] }));
    renameSync(temporary, this.#record);
  }
}

function readRecord(record: string, frame: string): Map<string, string> {
  try {
    const known = JSON.parse(readFileSync(record, "utf8")) as { frame: string; pages: [string, string][] };
    return known.frame === frame ? new Map(known.pages) : new Map();
  } catch {
    return new Map();
  }
}
