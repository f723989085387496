/**
 * What of a file is not in the file that stands in its place, line by line with the lines around it: what stands passed the
 * gates before. All of it where nothing stands, or where it is no text.
 */
export function changedPart(bytes: Buffer, standing: Buffer | undefined): Buffer {
  if (standing === undefined || bytes.includes(0)) return bytes;
  if (bytes.equals(standing)) return Buffer.alloc(0);
  const known = new Set(standing.toString("utf8").split("\n"));
  const lines = bytes.toString("utf8").split("\n");
  const isNew = (index: number) => lines[index] !== undefined && !known.has(lines[index]);
  const part = lines.filter((_, index) => isNew(index - 1) || isNew(index) || isNew(index + 1));
  return Buffer.from(part.join("\n"));
}
