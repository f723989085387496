import type { Rule } from "./rule.ts";

/** All rules; a new one is a file beside this one, a row here, a row in the code table and a fixture. */
export const RULES: readonly Rule[] = [];
