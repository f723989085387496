import type { Change } from "../../core/schemas/logs.ts";
import type { Epoch } from "../../core/time.ts";
import type { KnownNames } from "../logs/known-names.ts";
import type { TakeNote } from "../markdown/note.ts";

/** What readers of changes know and write to. */
export interface ChangeReading {
  readonly names: KnownNames;
  /** Services of records that name none. */
  readonly services: readonly string[];
  /** Environments whose deployments count; those that GitHub calls production where none is named. */
  readonly environments: readonly string[];
  /** The zone of times that name none. */
  readonly zone?: string;
  readonly now: Epoch;
  readonly take: TakeNote;
  /** A digest in hexadecimal digits. */
  readonly digest: (text: string) => string;
}

/** A change that was read, and whether a later record of the same file may say more of it. */
export interface ReadChange {
  readonly change: Change;
  readonly line: number;
  readonly grows?: boolean;
}
