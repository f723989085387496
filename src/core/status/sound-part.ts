import { NO_INNER_LISTS } from "../audience/inner-lists.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { lookUp } from "../knowledge-base/link-knowledge-base.ts";
import { severityOf } from "../rules/codes/index.ts";
import { RULES } from "../rules/index.ts";
import type { Epoch } from "../time.ts";

/** An entry from which the status is made. */
export type StatusEntry = Entry<"incident"> | Entry<"maintenance"> | Entry<"service">;

/** The entries as they last were without an error, by file. */
export type LastGood = Pick<ReadonlyMap<string, StatusEntry>, "get" | "has">;

/** An entry that has errors, and whether its last good state stands in for it. */
export interface Unsound {
  readonly file: string;
  readonly stays: boolean;
}

/** What the status is made from: entries that outsiders may read and that have no error. */
export interface SoundPart {
  /** The knowledge base with unsound entries taken out, or as they last were. */
  readonly knowledgeBase: KnowledgeBase;
  /** The entries that are to be remembered as good. */
  readonly good: readonly StatusEntry[];
  readonly unsound: readonly Unsound[];
}

const KINDS = new Set<string>(["incident", "maintenance", "service"]);

/**
 * Takes what is public and valid, whatever is wrong elsewhere; an entry with an error stays as it last was, unless its file
 * says (`saidVisibility`, of files that cannot be read) that outsiders may not read it any more. What is overdue is no
 * error here. Files that were found sound before and have not changed (`judgedBefore`) are not judged again: what they
 * refer to may be at hand by name alone.
 */
export function soundPart(
  knowledgeBase: KnowledgeBase,
  lastGood: LastGood,
  visibilities: ReadonlySet<string>,
  saidVisibility: (file: string) => string | undefined,
  now: Epoch,
  judgedBefore: (file: string) => boolean = () => false,
): SoundPart {
  const isShown = (entry: { readonly data: { readonly visibility: string } }) =>
    visibilities.has(entry.data.visibility);
  const shown = {
    ...knowledgeBase,
    incidents: knowledgeBase.incidents.filter(isShown),
    maintenance: knowledgeBase.maintenance.filter(isShown),
    postmortems: [],
    runbooks: [],
    ...NO_INNER_LISTS,
  };
  const wrong = new Set(
    RULES.flatMap((rule) => rule(shown, now, { overdue: "warn", grace: 0 }))
      .filter(({ code, severity }) => (severity ?? severityOf(code)) === "error")
      .map(({ spot }) => spot.file)
      .filter((file) => !judgedBefore(file)),
  );
  const isGood = ({ file }: StatusEntry) => !wrong.has(file);
  const good: StatusEntry[] = [
    ...shown.incidents.filter(isGood),
    ...shown.maintenance.filter(isGood),
    ...knowledgeBase.services.filter(({ data }) => data.component !== undefined).filter(isGood),
  ];
  const ruled = [...shown.incidents, ...shown.maintenance, ...shown.services].filter(
    (entry) => !isGood(entry),
  );
  const unread = knowledgeBase.broken.filter(({ kind, file }) => {
    const said = kind === "service" ? undefined : saidVisibility(file);
    return KINDS.has(kind) && (said === undefined || visibilities.has(said));
  });
  const files = [...ruled, ...unread].map(({ file }) => file).sort();
  const standing = files.flatMap((file) => lastGood.get(file) ?? []);
  const kept = [...good, ...standing];
  const of = <K extends StatusEntry["kind"]>(kind: K) =>
    kept.filter((entry): entry is Extract<StatusEntry, { kind: K }> => entry.kind === kind).sort(byId);
  const internal = knowledgeBase.services.filter(
    ({ data, file }) => data.component === undefined && !wrong.has(file),
  );
  const lists = {
    incidents: of("incident"),
    maintenance: of("maintenance"),
    services: [...of("service"), ...internal].sort(byId),
  };
  const part = { ...knowledgeBase, ...lists };
  return {
    knowledgeBase: { ...part, look: lookUp(part) },
    good: kept,
    unsound: files.map((file) => ({ file, stays: lastGood.has(file) })),
  };
}

function byId(a: StatusEntry, b: StatusEntry): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
