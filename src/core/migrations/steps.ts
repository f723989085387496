import type { Migration } from "./migration.ts";
import { toVersion1 } from "./to-version-1.ts";

/** Every step, oldest first, each to the version after the one before. */
export const STEPS: readonly Migration[] = [toVersion1];
