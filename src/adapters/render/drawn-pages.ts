import { hash } from "node:crypto";
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileOfPage } from "../../core/addresses.ts";
import { keepSame } from "./keep-same.ts";

/** A page and the digest of everything that it shows. */
export interface DrawnPage {
  readonly path: string;
  readonly digest: string;
}

/** A page and the name of the file that it is drawn into. */
export interface PageToDraw {
  readonly path: string;
  readonly file: string;
}

/** How a page's file stood when it was drawn: what was touched since is drawn again. */
interface Drawn {
  readonly digest: string;
  readonly size: number;
  readonly changed: number;
}

/** The HTML of pages as they were last drawn, kept beside the content so that only changed ones are drawn again. */
export class DrawnPages {
  /** Folder into which pages are drawn. */
  readonly folder: string;
  readonly #record: string;
  readonly #frame: string;
  readonly #drawn: Map<string, Drawn>;

  /** `frame` is the digest of what all pages share: templates, styles, navigation. */
  constructor(home: string, frame: string) {
    this.folder = join(home, "html");
    this.#record = join(home, "drawn.json");
    this.#frame = frame;
    this.#drawn = readRecord(this.#record, frame);
  }

  /** Forgets what is no longer there and returns the pages that must be drawn; until `remember` they count as undrawn. */
  stale(pages: readonly DrawnPage[]): PageToDraw[] {
    mkdirSync(this.folder, { recursive: true });
    const wanted = new Set(pages.map(({ path }) => path));
    const stale = pages.filter(({ path, digest }) => !this.#stands(path, digest)).map(({ path }) => path);
    const gone = [...this.#drawn.keys()].filter((path) => !wanted.has(path));
    for (const path of [...stale, ...gone]) this.#drawn.delete(path);
    if (stale.length > 0 || gone.length > 0) this.#write();
    // The published site may hold the same file by a link: a new page is a new file, never an old one written over.
    for (const path of [...stale, ...gone]) rmSync(this.#file(path), { force: true });
    return stale.map((path) => ({ path, file: nameOf(path) }));
  }

  /** The given pages were drawn. */
  remember(pages: readonly DrawnPage[]): void {
    const news = pages.filter(({ path }) => !this.#drawn.has(path));
    for (const { path, digest } of news) {
      const { size, mtimeMs } = statSync(this.#file(path));
      this.#drawn.set(path, { digest, size, changed: mtimeMs });
    }
    if (news.length > 0) this.#write();
  }

  /**
   * Makes the pages the only content of a site's folder, by links where the file system has them. Where an older site
   * stands there, a page that is the same file stays; the folders of `apart` are somebody else's.
   */
  placeIn(folder: string, pages: readonly DrawnPage[], apart: readonly string[] = []): void {
    const wanted = new Map(pages.map(({ path }) => [fileOfPage(path), this.#file(path)]));
    const standing = keepSame(folder, wanted, apart);
    const made = new Set<string>();
    for (const [file, drawn] of wanted) {
      if (standing.has(file)) continue;
      const target = join(folder, file);
      const home = dirname(target);
      if (!made.has(home)) mkdirSync(home, { recursive: true });
      made.add(home);
      linkOrCopy(drawn, target);
    }
  }

  #file(path: string): string {
    return join(this.folder, nameOf(path));
  }

  #stands(path: string, digest: string): boolean {
    const drawn = this.#drawn.get(path);
    if (drawn?.digest !== digest) return false;
    const now = statSync(this.#file(path), { throwIfNoEntry: false });
    return now?.size === drawn.size && now.mtimeMs === drawn.changed;
  }

  #write(): void {
    const temporary = `${this.#record}.${process.pid}.tmp`;
    mkdirSync(dirname(this.#record), { recursive: true });
    writeFileSync(temporary, JSON.stringify({ frame: this.#frame, pages: [...this.#drawn] }));
    renameSync(temporary, this.#record);
  }
}

/** One flat folder: making a folder for each page costs as much as drawing it. */
function nameOf(path: string): string {
  return `${hash("sha256", path).slice(0, 24)}.html`;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!["EXDEV", "EPERM", "EMLINK", "ENOTSUP"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw error;
    copyFileSync(from, to);
  }
}

function readRecord(record: string, frame: string): Map<string, Drawn> {
  try {
    const known = JSON.parse(readFileSync(record, "utf8")) as { frame: string; pages: [string, Drawn][] };
    return known.frame === frame ? new Map(known.pages) : new Map();
  } catch {
    return new Map();
  }
}
