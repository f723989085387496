import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../core/diagnostic.ts";
import type { Finding } from "../core/finding.ts";
import type { Asset, BrokenFile, Entry } from "../core/knowledge-base/knowledge-base.ts";
import { locate } from "../core/locate.ts";
import { MAX_PICTURE_BYTES } from "../core/parse/limits.ts";
import { type Parsed, parseDocument, type SourceText } from "../core/parse/parse-document.ts";
import { KINDS, type Kind, REQUIRED_KINDS } from "../core/schemas/kinds.ts";
import type { CompileCache } from "./compile-cache.ts";
import { judgePicture } from "./judge-picture.ts";
import { kindOfPath } from "./kind-of-path.ts";
import type { FoundFile } from "./list-files.ts";
import { readSource } from "./read-source.ts";
import { textDigest } from "./text-digest.ts";

/** Reads the files of one content folder, each once, and keeps what they hold and what is wrong with them. */
export class ContentReader {
  readonly entries: Entry[] = [];
  readonly assets: Asset[] = [];
  readonly diagnostics: Diagnostic[] = [];
  readonly broken: BrokenFile[] = [];
  /** Digests of the documents that were read, by path. */
  readonly digests = new Map<string, string>();
  readonly #folder: string;
  readonly #root: string;
  readonly #cache: CompileCache;
  readonly #placed = new Map<string, { kind: Kind; id: string; path: string }>();

  readonly #paths: ReadonlySet<string>;

  constructor(folder: string, root: string, cache: CompileCache, paths: ReadonlySet<string>) {
    this.#folder = folder;
    this.#root = root;
    this.#cache = cache;
    this.#paths = paths;
  }

  read({ path, type }: FoundFile): void {
    const file = `${this.#root}/${path}`;
    const placed = kindOfPath(path);
    if (type !== "file") {
      const what = type === "symlink" ? "symbolic link" : "folder or device";
      this.#report({
        code: "file-type",
        message: `Unexpected ${what} \`${path}\`, expected a file`,
        spot: { file },
      });
      if (placed.kind === "asset") this.#breakPicture(path, file);
      else if (placed.kind !== "unknown") this.broken.push({ kind: placed.of, id: placed.id, file });
      return;
    }
    if (placed.kind === "asset") this.#asset(path, file);
    else if (placed.kind === "unknown")
      this.#report({ ...placed.finding, spot: { file }, related: this.#twinOf(path, "x") });
    else this.#document(placed.of, placed.id, path, file);
  }

  /** The file of the same name that ends in .md where this one ends in .mdx, or the other way round. */
  #twinOf(path: string, added: "x" | ""): NonNullable<Finding["related"]> {
    const twin = path.replace(/\.mdx?$/, `.md${added}`);
    if (twin === path || !this.#paths.has(twin)) return [];
    return [{ spot: { file: `${this.#root}/${twin}` }, message: "its twin stands here" }];
  }

  requireFiles(): void {
    for (const kind of REQUIRED_KINDS)
      if (![...this.#placed.values()].some((placed) => placed.kind === kind))
        this.#report({
          code: "file-missing",
          message: `Expected the file ${KINDS[kind].at}, found nothing`,
          spot: { file: `${this.#root}/${KINDS[kind].at}` },
        });
  }

  /** A file's text, read again: only problems ask for it. */
  sourceOf(file: string): SourceText | undefined {
    const placed = this.#placed.get(file);
    if (!placed) return undefined;
    const reading = readSource(placed.kind, placed.id, file, readFileSync(join(this.#folder, placed.path)));
    return "source" in reading ? reading.source : undefined;
  }

  #document(kind: Kind, id: string, path: string, file: string): void {
    this.#placed.set(file, { kind, id, path });
    const related = this.#twinOf(path, "");
    if (related.length > 0)
      this.#report({
        code: "duplicate-id",
        message: `Unexpected second file of the id \`${id}\`, expected one`,
        spot: { file },
        related,
      });
    const bytes = this.#bytes(path, file);
    if (!bytes) {
      this.broken.push({ kind, id, file });
      return;
    }
    const digest = hash("sha256", bytes);
    this.digests.set(path, digest);
    const known = this.#cache.get(file, digest);
    const { entry, salvaged, diagnostics } = known ?? this.#compile(kind, id, file, bytes, digest);
    this.diagnostics.push(...diagnostics);
    if (entry) this.entries.push(entry);
    else this.broken.push({ kind, id, file, ...(salvaged ? { salvaged } : {}) });
  }

  #compile(kind: Kind, id: string, file: string, bytes: Buffer, digest: string) {
    const reading = readSource(kind, id, file, bytes);
    const { entry, salvaged, findings }: Parsed =
      "source" in reading ? parseDocument(reading.source) : { findings: [reading.finding] };
    const sourceOf = () => ("source" in reading ? reading.source : undefined);
    const compiled = {
      ...(entry && "source" in reading ? { entry: withText(entry, reading.source.body) } : {}),
      ...(salvaged ? { salvaged } : {}),
      diagnostics: locate(findings, sourceOf),
    };
    this.#cache.set(file, digest, compiled);
    return compiled;
  }

  #asset(path: string, file: string): void {
    const bytes = this.#bytes(path, file);
    const judged = bytes && judgePicture(path, bytes);
    if (judged && "asset" in judged) {
      this.assets.push(judged.asset);
      return;
    }
    if (judged) this.#report({ code: "image-type", message: judged.message, spot: { file } });
    this.#breakPicture(path, file);
  }

  #breakPicture(path: string, file: string): void {
    this.broken.push({ kind: "asset", id: path.slice(path.indexOf("/") + 1), file });
  }

  #bytes(path: string, file: string): Buffer | undefined {
    const full = join(this.#folder, path);
    const size = statSync(full).size;
    if (size > MAX_PICTURE_BYTES) {
      this.#report({
        code: "file-too-large",
        message: `Unexpected file of ${Math.ceil(size / 1024)} KiB`,
        spot: { file },
      });
      return undefined;
    }
    try {
      return readFileSync(full);
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code;
      if (reason !== "EACCES" && reason !== "EPERM") throw error;
      this.#report({
        code: "file-type",
        message: `Unexpected file \`${path}\` that may not be read`,
        spot: { file },
      });
      return undefined;
    }
  }

  #report(finding: Finding): void {
    this.diagnostics.push(...locate([finding], () => undefined));
  }
}

function withText(entry: Entry, body: string): Entry {
  return entry.kind === "runbook"
    ? { ...entry, text: textDigest((entry as Entry<"runbook">).data, body) }
    : entry;
}
