import type { Heading } from "../../core/markdown/body.ts";
import type { AddressBook, Destination } from "./address.ts";
import { isFolderPage, MARKDOWN_ENDING } from "./entry-id.ts";

/** A source file that becomes an entry. */
export interface PlannedEntry {
  /** Path of the source below the imported folder. */
  readonly path: string;
  readonly folder: "postmortems" | "runbooks";
  readonly id: string;
}

/** Where everything that is imported will stand. */
export class LinkBook {
  readonly #entries = new Map<string, PlannedEntry>();
  readonly #pictures: ReadonlyMap<string, string>;
  readonly #root: string;
  readonly #usedPictures = new Set<string>();
  readonly #headings = new Map<PlannedEntry, readonly Heading[]>();

  /** `source`: name of the imported folder; `pictures`: path of a source picture → its path in the content folder. */
  constructor(source: string, entries: readonly PlannedEntry[], pictures: ReadonlyMap<string, string>) {
    this.#root = source.split("/").at(-1)!.toLowerCase();
    this.#pictures = pictures;
    for (const entry of entries)
      for (const key of keysOf(entry.path)) if (!this.#entries.has(key)) this.#entries.set(key, entry);
  }

  /** Headings become known when a text was written once; until then every fragment passes. */
  setHeadings(entry: PlannedEntry, headings: readonly Heading[]): void {
    this.#headings.set(entry, headings);
  }

  /** Source pictures that some text shows. */
  get usedPictures(): ReadonlySet<string> {
    return this.#usedPictures;
  }

  /** The addresses as one source means them. */
  bookOf(entry: PlannedEntry): AddressBook {
    return {
      link: (address) => this.#link(entry, address),
      image: (address) => {
        const path = pathFrom(entry.path, address);
        const target = path === undefined ? undefined : this.#pictures.get(path);
        if (target === undefined) return { why: "there is no such picture in what was imported" };
        this.#usedPictures.add(path!);
        return { to: `/${target}` };
      },
    };
  }

  #link(from: PlannedEntry, address: string): Destination {
    const [, file = "", fragment] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
    if (file === "") return this.#anchor(from, fragment, "");
    const path = pathFrom(from.path, file);
    if (path === undefined) return { why: "it leads out of what was imported" };
    const picture = this.#pictures.get(path);
    if (picture !== undefined) {
      this.#usedPictures.add(path);
      return { to: `/${picture}` };
    }
    const entry = this.#entryAt(path, file.startsWith("/"));
    if (!entry) return { why: "it was not imported" };
    const anchor = this.#anchor(entry, fragment, `/${entry.folder}/${entry.id}/`);
    return "to" in anchor ? anchor : { to: `/${entry.folder}/${entry.id}/` };
  }

  /** An address that begins with a slash means a place on a site whose root nobody told. */
  #entryAt(path: string, rooted: boolean): PlannedEntry | undefined {
    const key = keyOf(path);
    const below = key.startsWith(`${this.#root}/`) ? key.slice(this.#root.length + 1) : key;
    const exact = this.#entries.get(key) ?? (rooted ? this.#entries.get(below) : undefined);
    if (exact || !rooted || key === "") return exact;
    const ending = [...this.#entries].filter(([other]) => other.endsWith(`/${below}`));
    return new Set(ending.map(([, entry]) => entry)).size === 1 ? ending[0]![1] : undefined;
  }

  #anchor(entry: PlannedEntry, fragment: string | undefined, page: string): Destination {
    if (fragment === undefined || fragment === "")
      return page === "" ? { why: "it names nothing" } : { to: page };
    const headings = this.#headings.get(entry);
    if (!headings) return { to: `${page}#${fragment}` };
    const plain = (text: string) =>
      decoded(text)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, "");
    const heading =
      headings.find(({ id }) => id === fragment) ?? headings.find(({ id }) => plain(id) === plain(fragment));
    return heading ? { to: `${page}#${heading.id}` } : { why: "no heading there has this name" };
  }
}

/** The keys by which a source is found: its path without ending, and its folder when it stands for one. */
function keysOf(path: string): string[] {
  const key = keyOf(path);
  return isFolderPage(path) ? [key, keyOf(path.split("/").slice(0, -1).join("/"))] : [key];
}

function keyOf(path: string): string {
  return path
    .replace(MARKDOWN_ENDING, "")
    .replace(/\.html?$/i, "")
    .replace(/\/$/, "")
    .toLowerCase();
}

/** An address in a file → a path below the imported folder; `undefined` when it leads out of it. */
function pathFrom(file: string, address: string): string | undefined {
  const steps = address.startsWith("/") ? [] : file.split("/").slice(0, -1);
  for (const step of decoded(address.replace(/[?#].*$/s, "")).split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join("/");
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
