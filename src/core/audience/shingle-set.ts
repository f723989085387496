/** A set of pairs of 32-bit numbers in one flat table; millions fit where a `Set` of texts would not. */
export interface ShingleSet {
  /** Pairs in an open hash table; `0, 0` is a free place, `0, 1` one whose pair was removed. */
  readonly table: Uint32Array;
  /** One bit by hash for each pair: small enough to stay near the processor, and most questions end here with no. */
  readonly filter: Uint32Array;
  readonly size: number;
}

const FREE = 0;
const REMOVED = 1;

/** A set that is being filled. */
export class ShingleSetBuilder {
  private table = new Uint32Array(1 << 11);
  private filter = new Uint32Array(1 << 7);
  private used = 0;
  private removed = 0;

  add(high: number, low: number): void {
    const at = placeOf(this.table, high, low);
    if (this.table[at] !== 0) return;
    this.table[at] = high || 1;
    this.table[at + 1] = low;
    mark(this.filter, high, low);
    this.used += 1;
    if (this.used * 4 > this.table.length) this.grow();
  }

  remove(high: number, low: number): void {
    if (!isMarked(this.filter, high, low)) return;
    const at = placeOf(this.table, high, low);
    if (this.table[at] === 0) return;
    this.table[at] = 0;
    this.table[at + 1] = REMOVED;
    this.removed += 1;
  }

  get isEmpty(): boolean {
    return this.used === this.removed;
  }

  done(): ShingleSet {
    return { table: this.table, filter: this.filter, size: this.used - this.removed };
  }

  private grow(): void {
    const old = this.table;
    this.table = new Uint32Array(old.length * 2);
    this.filter = new Uint32Array(this.table.length >> 4);
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      const place = placeOf(this.table, old[at]!, old[at + 1]!);
      this.table[place] = old[at]!;
      this.table[place + 1] = old[at + 1]!;
      mark(this.filter, old[at]!, old[at + 1]!);
    }
    this.used -= this.removed;
    this.removed = 0;
  }
}

/** Whether a pair is in a set. */
export function hasShingle(set: ShingleSet, high: number, low: number): boolean {
  return isMarked(set.filter, high, low) && set.table[placeOf(set.table, high, low)] !== 0;
}

/** The place of a pair, or the free place where its search ends. */
function placeOf(table: Uint32Array, high: number, low: number): number {
  const wanted = high || 1;
  const mask = table.length - 1;
  let at = hash(wanted, low) & mask & ~1;
  for (;;) {
    const there = table[at]!;
    if (there === wanted && table[at + 1] === low) return at;
    if (there === 0 && table[at + 1] === FREE) return at;
    at = (at + 2) & mask;
  }
}

function mark(filter: Uint32Array, high: number, low: number): void {
  const bit = hash(high || 1, low);
  const word = (bit >>> 5) & (filter.length - 1);
  filter[word] = filter[word]! | (1 << (bit & 31));
}

function isMarked(filter: Uint32Array, high: number, low: number): boolean {
  const bit = hash(high || 1, low);
  return (filter[(bit >>> 5) & (filter.length - 1)]! & (1 << (bit & 31))) !== 0;
}

function hash(high: number, low: number): number {
  const mixed = Math.imul(low ^ (low >>> 16) ^ high, 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
