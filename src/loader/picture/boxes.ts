/** A box of an AVIF file: its type, and where what is in it begins and ends. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The boxes that stand one after the other in a stretch of bytes. */
export function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at);
    const long = size === 1 && at + 16 <= to;
    const length = long ? Number(bytes.readBigUInt64BE(at + 8)) : size === 0 ? to - at : size;
    const head = long ? 16 : 8;
    if (length < head) return;
    yield {
      type: bytes.toString("latin1", at + 4, at + 8),
      start: at + head,
      end: Math.min(at + length, to),
    };
    at += length;
  }
}

/** The first box of a type. */
export function findBox(boxes: readonly Box[], type: string): Box | undefined {
  return boxes.find((box) => box.type === type);
}
