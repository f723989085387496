import type { Input } from "./input.ts";
import { addressInputs } from "./inputs/addresses.ts";
import { bodyInputs } from "./inputs/bodies.ts";
import { fieldInputs } from "./inputs/fields.ts";
import { fileInputs } from "./inputs/files.ts";
import { frontMatterInputs } from "./inputs/front-matter.ts";
import { nestingInputs } from "./inputs/nesting.ts";

/** Every hostile file, each in a place of its own, so that one folder holds them all. */
export const INPUTS: readonly Input[] = [
  ...fileInputs,
  ...frontMatterInputs,
  ...fieldInputs,
  ...bodyInputs,
  ...addressInputs,
  ...nestingInputs,
].map((input, index) => ({ ...input, at: input.at.replace("*", String(index)) }));
