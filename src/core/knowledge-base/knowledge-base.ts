import type { FieldPath } from "../finding.ts";
import type { Body } from "../markdown/body.ts";
import type { DataOf, Kind } from "../schemas/kinds.ts";
import type { Site } from "../schemas/site.ts";
import type { Taxonomy } from "../schemas/taxonomy.ts";
import type { Teams } from "../schemas/teams.ts";

/** One valid file of the content folder. */
export interface Entry<K extends Kind = Kind> {
  readonly kind: K;
  /** File name without extension. */
  readonly id: string;
  /** Path relative to the parent of the content folder. */
  readonly file: string;
  readonly data: DataOf<K>;
  readonly body: Body;
  /** Short digest of what a responder follows, of runbooks that were read from a file. */
  readonly text?: string;
}

/** A picture or other file that bodies may show. */
export interface Asset {
  /** Path relative to the content folder, `images/graph.png`. */
  readonly path: string;
  readonly type: "png" | "jpg" | "webp" | "avif" | "gif" | "svg";
  /** Digest of its bytes, in hexadecimal. */
  readonly digest: string;
  readonly width?: number;
  readonly height?: number;
}

/** Everything that is known, linked; every list is sorted by id, so the order of files changes nothing. */
export interface KnowledgeBase {
  /** Name of the content folder, the first segment of every `file`. */
  readonly root: string;
  readonly site: Site;
  readonly taxonomy: Taxonomy;
  readonly teams: Teams;
  readonly incidents: readonly Entry<"incident">[];
  readonly postmortems: readonly Entry<"postmortem">[];
  readonly runbooks: readonly Entry<"runbook">[];
  readonly services: readonly Entry<"service">[];
  readonly maintenance: readonly Entry<"maintenance">[];
  readonly gameDays: readonly Entry<"game-day">[];
  readonly templates: readonly Entry<"template">[];
  readonly reviews: readonly Entry<"review">[];
  readonly changeLogs: readonly Entry<"changes">[];
  readonly onCallLogs: readonly Entry<"on-call">[];
  readonly measurements: readonly Entry<"measurement">[];
  readonly journeys: readonly Entry<"journeys">[];
  readonly suppressions: readonly Entry<"suppressions">[];
  readonly assets: readonly Asset[];
  /** Files that exist but could not be read as what they should be; references to them are not called dangling. */
  readonly broken: readonly BrokenFile[];
  readonly look: LookUp;
}

/** A file with problems of its own: a document by its id, a picture by its path below its folder. */
export interface BrokenFile {
  readonly kind: Kind | "asset";
  readonly id: string;
  readonly file: string;
  /** What remains when the fields that do not fit are taken out: enough to judge what it refers to. */
  readonly salvaged?: SalvagedEntry;
}

/** A document with problems of its own, as far as it can be judged, and the paths of the fields that were taken out. */
export interface SalvagedEntry {
  readonly entry: Entry;
  readonly removed: readonly FieldPath[];
}

/** Look-ups by id and back-links, made once. */
export interface LookUp {
  readonly incident: ReadonlyMap<string, Entry<"incident">>;
  readonly postmortem: ReadonlyMap<string, Entry<"postmortem">>;
  readonly runbook: ReadonlyMap<string, Entry<"runbook">>;
  readonly service: ReadonlyMap<string, Entry<"service">>;
  readonly maintenance: ReadonlyMap<string, Entry<"maintenance">>;
  readonly team: ReadonlyMap<string, Teams["teams"][number]>;
  readonly person: ReadonlyMap<string, Teams["people"][number]>;
  readonly asset: ReadonlyMap<string, Asset>;
  /** Postmortems of an incident. */
  readonly postmortemsOf: ReadonlyMap<string, readonly Entry<"postmortem">[]>;
  /** Incidents that hurt a service, newest first. */
  readonly incidentsOf: ReadonlyMap<string, readonly Entry<"incident">[]>;
  /** Incidents with a signature, newest first. */
  readonly incidentsBySignature: ReadonlyMap<string, readonly Entry<"incident">[]>;
  /** Runbooks of a service. */
  readonly runbooksOf: ReadonlyMap<string, readonly Entry<"runbook">[]>;
  /** Runbooks that answer an alert. */
  readonly runbooksForAlert: ReadonlyMap<string, readonly Entry<"runbook">[]>;
  /** Incidents in which a runbook was used. */
  readonly usesOfRunbook: ReadonlyMap<string, readonly Entry<"incident">[]>;
  /** Services that depend on a service. */
  readonly dependents: ReadonlyMap<string, readonly Entry<"service">[]>;
  /** Current id by old id, per kind. */
  readonly alias: Readonly<
    Record<
      "incident" | "postmortem" | "runbook" | "service" | "maintenance" | "team",
      ReadonlyMap<string, string>
    >
  >;
}
