import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colourTokens } from "../../../src/core/colour/colour-tokens.ts";
import { contrastPairs } from "../../../src/core/colour/contrast-pairs.ts";
import { contrastOf, luminanceOf, readOklch } from "../../../src/core/colour/oklch.ts";

const css = readFileSync(join(import.meta.dirname, "../../../src/site/styles/tokens.css"), "utf8");
const colour = (text: string) => readOklch(text)!;

test("luminance and contrast are those of the definition", () => {
  expect(contrastOf(colour("oklch(1 0 0)"), colour("oklch(0 0 0)"))).toBeCloseTo(21, 3);
  // A grey of lightness 0.6 has 0.6³ = 0.216 of the light of white: (1 + 0.05) / (0.216 + 0.05).
  expect(contrastOf(colour("oklch(0.6 0 0)"), colour("oklch(1 0 0)"))).toBeCloseTo(3.947, 3);
  // Pure red, green and blue of sRGB, whose luminances are the three weights.
  expect(luminanceOf(colour("oklch(0.62796 0.25768 29.234)"))).toBeCloseTo(0.2126, 3);
  expect(luminanceOf(colour("oklch(0.86644 0.29483 142.495)"))).toBeCloseTo(0.7152, 3);
  expect(luminanceOf(colour("oklch(0.45201 0.31321 264.052)"))).toBeCloseTo(0.0722, 3);
});

test("tokens are read from the first block only, and a name for another is the same colour", () => {
  const tokens = colourTokens(
    ":root { --a: light-dark(oklch(1 0 0), oklch(0 0 0)); --b: var(--a); --space: 4px; } @media print { :root { --a: white; } }",
  );
  expect([...tokens.keys()]).toEqual(["a", "b"]);
  expect(tokens.get("b")?.dark).toEqual({ lightness: 0, chroma: 0, hue: 0 });
});

test("text reads at 7 to 1 and what stands beside it at 4.5 to 1, in light and dark", () => {
  const pairs = contrastPairs(css);
  expect(pairs.length).toBeGreaterThan(25);
  expect(pairs.filter(({ light, dark, least }) => Math.min(light, dark) < least)).toEqual([]);
});
