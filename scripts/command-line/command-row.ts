import type { Argument, Option } from "commander";
import type { CommandModule } from "../command.ts";

/** A row of the table of commands: its words, what it does, what it takes, and the file that does it. */
export interface CommandRow {
  /** `metrics`; within a group without the group's word. */
  readonly words: string;
  readonly does: string;
  readonly load: () => Promise<CommandModule<never>>;
  readonly arguments?: readonly Argument[];
  readonly options?: readonly Option[];
  readonly fixed?: object;
  /** Whether the content folder must exist before it starts; it must by default. */
  readonly needsContent?: boolean;
}

/** Rows that share a first word, as `import` does. */
export interface CommandGroup {
  readonly words: string;
  readonly does: string;
  readonly rows: readonly CommandRow[];
}
