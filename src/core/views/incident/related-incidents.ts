import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { milestoneTime } from "../../reliability/milestone-time.ts";
import { durationOf } from "../../time.ts";
import { durationWords } from "../../words/duration-words.ts";
import { lengthWords } from "../../words/length-words.ts";
import { likeIncidents } from "./like-incidents.ts";

/** An incident that a reader of another should know of, with the reason in words. */
export interface RelatedIncident {
  readonly incident: Entry<"incident">;
  readonly reason: string;
}

type Known = Pick<KnowledgeBase, "incidents" | "look" | "site" | "taxonomy">;

const MOST_ALIKE = 4;

/** Related incidents: named by an author first, then repeats of the same signature, then those that share most of what contributed. */
export function relatedIncidents(known: Known, incident: Entry<"incident">): readonly RelatedIncident[] {
  const { look } = known;
  const { signature, relatedTo } = incident.data;
  const repeats = signature === undefined ? [] : (look.incidentsBySignature.get(signature) ?? []);
  const all = [
    ...relatedTo.flatMap((id) => {
      const other = look.incident.get(id);
      if (other === undefined) return [];
      const reason = repeats.includes(other)
        ? `named here; ${repeatWords(known, incident, other)}`
        : "named here";
      return [{ incident: other, reason }];
    }),
    ...repeats.map((other) => ({ incident: other, reason: repeatWords(known, incident, other) })),
    ...namedBy(known.incidents, incident.id).map((other) => ({ incident: other, reason: "names this one" })),
    ...likeIncidents(known, incident, MOST_ALIKE),
  ];
  const seen = new Set([incident.id]);
  return all.filter(({ incident: { id } }) => !seen.has(id) && seen.add(id));
}

/** A repeat, a relapse, or only the same signature: by the windows of the site's policy. */
function repeatWords({ site }: Known, own: Entry<"incident">, other: Entry<"incident">): string {
  const [a, b] = [detectedAt(own), detectedAt(other)];
  if (a === undefined || b === undefined) return `the same signature, ${own.data.signature}`;
  const apart = Math.abs(a - b);
  const when = `${durationWords(apart)} ${b < a ? "earlier" : "later"}`;
  const { relapseWindow, repeatWindow } = site.policies;
  if (apart < durationOf(relapseWindow)) return `the same signature ${when}: a relapse`;
  if (apart <= durationOf(repeatWindow))
    return `the same signature ${when}: a repeat within ${lengthWords(repeatWindow)}`;
  return `the same signature, ${when}`;
}

function detectedAt({ data }: Entry<"incident">): number | undefined {
  return milestoneTime(data, "detected");
}

// Read once for all incidents.
const naming = new WeakMap<KnowledgeBase["incidents"], ReadonlyMap<string, readonly Entry<"incident">[]>>();

function namedBy(incidents: KnowledgeBase["incidents"], id: string): readonly Entry<"incident">[] {
  let known = naming.get(incidents);
  if (!known) {
    const made = new Map<string, Entry<"incident">[]>();
    for (const incident of incidents)
      for (const other of incident.data.relatedTo) made.set(other, [...(made.get(other) ?? []), incident]);
    naming.set(incidents, made);
    known = made;
  }
  return known.get(id) ?? [];
}
