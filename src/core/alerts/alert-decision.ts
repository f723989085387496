import type { Draft } from "../drafts/draft.ts";
import type { Edit } from "../editor/edit.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Suppressions } from "../schemas/logs.ts";
import type { Signal } from "./signal.ts";

/** What becomes of signals, as data; nothing was written yet. */
export type AlertDecision =
  /** A new incident, with all of these in its timeline. */
  | { readonly do: "open"; readonly signals: readonly Signal[]; readonly draft: Draft }
  /** Notes in the record of an incident that stands, and its end where the policy says so. */
  | {
      readonly do: "note";
      readonly signals: readonly Signal[];
      readonly incident: Entry<"incident">;
      readonly edits: readonly Edit[];
      readonly resolves: boolean;
    }
  /** Planned work explains it: one line in suppressions.yaml. */
  | {
      readonly do: "suppress";
      readonly signals: readonly Signal[];
      readonly suppression: Suppressions["suppressions"][number];
      readonly why: string;
    }
  /** Nobody is woken: an issue. */
  | { readonly do: "ticket"; readonly signals: readonly Signal[]; readonly service: string | undefined }
  | {
      readonly do: "nothing";
      readonly signals: readonly Signal[];
      readonly why: string;
      /** The incident that has it already. */
      readonly incident?: string;
    }
  | { readonly do: "refuse"; readonly signals: readonly Signal[]; readonly problems: readonly string[] };
