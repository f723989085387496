import { type Oklch, readOklch } from "./oklch.ts";

/** A colour of the design by its custom property, in both schemes. */
export interface ColourToken {
  readonly name: string;
  readonly light: Oklch;
  readonly dark: Oklch;
}

/** The colours that the first block of a style sheet names: pairs for light and dark, and names for those. */
export function colourTokens(css: string): ReadonlyMap<string, ColourToken> {
  const block = css.slice(css.indexOf("{") + 1, css.indexOf("}"));
  const found = new Map<string, ColourToken>();
  for (const [, name = "", value = ""] of block.matchAll(/--([a-z0-9-]+):\s*([^;]+);/g)) {
    const alias = found.get(/^var\(--([a-z0-9-]+)\)$/.exec(value)?.[1] ?? "");
    const pair = /^light-dark\(\s*(oklch\([^)]*\)),\s*(oklch\([^)]*\))\s*\)$/.exec(value);
    const [light, dark] = [readOklch(pair?.[1] ?? ""), readOklch(pair?.[2] ?? "")];
    if (alias) found.set(name, { ...alias, name });
    else if (light && dark) found.set(name, { name, light, dark });
  }
  return found;
}
