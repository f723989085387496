/** The size of a drawing as its first tag says, in whole pixels; nothing where it does not. */
export function svgSize(bytes: Buffer): { width: number; height: number } | Record<string, never> {
  const tag = /<svg\b[^>]*>/.exec(bytes.toString("utf8", 0, 4096))?.[0] ?? "";
  const [width, height] = ["width", "height"].map((name) =>
    Number(new RegExp(`\\s${name}="([\\d.]{1,9})"`).exec(tag)?.[1]),
  ) as [number, number];
  return width > 0 && height > 0 ? { width: Math.ceil(width), height: Math.ceil(height) } : {};
}
