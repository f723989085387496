import { slugOf } from "./entry-id.ts";

/** Who owns follow-ups: known people and teams, and those whom this import may add. */
export class Owners {
  readonly #known: ReadonlyMap<string, string>;
  readonly #mayAdd: boolean;
  readonly #added = new Map<string, string>();

  constructor(known: ReadonlyMap<string, string>, mayAdd: boolean) {
    this.#known = known;
    this.#mayAdd = mayAdd;
  }

  /** People who were named and not known yet. */
  get added(): { readonly handle: string; readonly name: string }[] {
    return [...this.#added].sort(([a], [b]) => (a < b ? -1 : 1)).map(([handle, name]) => ({ handle, name }));
  }

  /** The handle or team that a name means; `undefined` when nobody has it. */
  idOf(name: string): string | undefined {
    const known = this.#known.get(name.toLowerCase()) ?? this.#known.get(slugOf(name, 39));
    if (known !== undefined || !this.#mayAdd) return known;
    const handle = slugOf(name, 39);
    if (handle === "" || /\s(?:and|&|\+)\s|,|\//.test(name)) return undefined;
    if (!this.#added.has(handle)) this.#added.set(handle, name);
    return handle;
  }
}
