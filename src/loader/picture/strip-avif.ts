import { type Box, boxesIn, findBox } from "./boxes.ts";

/**
 * An AVIF with the bytes of its metadata blanked where they lie: parts of such a file name each other by their distance from
 * its beginning, so nothing may move. The way up is not among them, AVIF keeps that with the picture.
 */
export function stripAvif(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const blank = (start: number, end: number): void => {
    copy.fill(0, Math.max(0, start), Math.min(end, copy.length));
  };
  const look = (from: number, to: number): void => {
    for (const box of boxesIn(bytes, from, to))
      if (UNUSED.has(box.type)) blank(box.start, box.end);
      else if (box.type === "meta") for (const [start, end] of metadataIn(bytes, box)) blank(start, end);
      else if (box.type === "moov" || box.type === "trak") look(box.start, box.end);
  };
  look(0, bytes.length);
  return copy;
}

const UNUSED = new Set(["free", "skip", "uuid", "udta"]);

type Extent = readonly [start: number, end: number];

/** Where the bytes of EXIF, XMP and other items that are no pictures lie. */
function metadataIn(bytes: Buffer, meta: Box): Extent[] {
  const inner = [...boxesIn(bytes, meta.start + 4, meta.end)];
  const extents: Extent[] = inner
    .filter(({ type }) => UNUSED.has(type))
    .map(({ start, end }) => [start, end] as const);
  const items = metadataItems(bytes, inner);
  const locations = findBox(inner, "iloc");
  if (!locations || items.size === 0) return extents;
  const data = findBox(inner, "idat");
  try {
    extents.push(...extentsOf(new Cursor(bytes, locations), items, data));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // Cut off in the middle: what was read before that is known.
  }
  return extents;
}

function metadataItems(bytes: Buffer, inner: readonly Box[]): Set<number> {
  const items = new Set<number>();
  const infos = findBox(inner, "iinf");
  if (!infos || infos.start + 6 > infos.end) return items;
  const first = infos.start + (bytes[infos.start] === 0 ? 6 : 8);
  for (const { type, start, end } of boxesIn(bytes, first, infos.end)) {
    const version = bytes[start] ?? 0;
    const wide = version === 2 ? 2 : 4;
    if (type !== "infe" || version < 2 || end - start < wide + 10) continue;
    const kind = bytes.toString("latin1", start + 4 + wide + 2, start + 4 + wide + 6);
    if (kind === "Exif" || kind === "mime" || kind === "uri ")
      items.add(wide === 2 ? bytes.readUInt16BE(start + 4) : bytes.readUInt32BE(start + 4));
  }
  return items;
}

function extentsOf(cursor: Cursor, items: ReadonlySet<number>, data: Box | undefined): Extent[] {
  const extents: Extent[] = [];
  const version = cursor.number(1);
  cursor.number(3);
  const sizes = cursor.number(2);
  const [offsetSize, lengthSize, baseSize, indexSize] = [12, 8, 4, 0].map((bits) => (sizes >> bits) & 15) as [
    number,
    number,
    number,
    number,
  ];
  const wide = version < 2 ? 2 : 4;
  const count = cursor.number(wide);
  for (let nth = 0; nth < count; nth++) {
    const id = cursor.number(wide);
    const within = version > 0 && (cursor.number(2) & 15) === 1;
    cursor.number(2);
    const base = cursor.number(baseSize) + (within ? (data?.start ?? 0) : 0);
    const parts = cursor.number(2);
    for (let part = 0; part < parts; part++) {
      if (version > 0) cursor.number(indexSize);
      const start = base + cursor.number(offsetSize);
      const length = cursor.number(lengthSize);
      if (items.has(id)) extents.push([start, start + length]);
    }
  }
  return extents;
}

/** Reads numbers of a box one after the other. */
class Cursor {
  #at: number;
  readonly #bytes: Buffer;
  readonly #end: number;

  constructor(bytes: Buffer, { start, end }: Box) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  number(size: number): number {
    if (this.#at + size > this.#end) throw new RangeError("Unexpected end of a box");
    let value = 0;
    for (let nth = 0; nth < size; nth++) value = value * 256 + this.#bytes[this.#at++]!;
    return value;
  }
}
