import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { TimelineEntry } from "../schemas/incident.ts";
import { nearest } from "../suggestion.ts";

type Evidence = TimelineEntry["evidence"][number];

/** Turning points that nothing shows, or only a link that will expire; and copies that are not there. */
export function keyEventEvidence(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.incidents.flatMap((entry) => [
    ...weakEvidence(entry, knowledgeBase),
    ...missingCopies(entry, knowledgeBase),
  ]);
}

function weakEvidence({ data, file }: Entry<"incident">, { site }: KnowledgeBase): Finding[] {
  return data.timeline.flatMap(({ key, evidence }, index): Finding[] => {
    if (!key) return [];
    const spot = { file, field: ["timeline", index] };
    const help = "Copy a picture or an excerpt into the content folder and name it under `file`.";
    if (evidence.length === 0)
      return [
        {
          code: "key-event-without-evidence",
          message: "Expected evidence for a key event, found none",
          spot,
        },
      ];
    if (!evidence.every((item) => isExpiring(item, site.policies.expiringEvidence))) return [];
    const field = ["timeline", index, "evidence", 0];
    return [
      {
        code: "evidence-expires",
        message: "Expected lasting evidence for a key event, found only what expires",
        help,
        spot: { file, field },
      },
    ];
  });
}

function isExpiring({ url, file, expires }: Evidence, hosts: readonly string[]): boolean {
  if (file !== undefined || url === undefined) return false;
  const host = /^https?:\/\/(?:[^/?#]*@)?([^/?#:]+)/i.exec(url)?.[1]?.toLowerCase() ?? "";
  return (
    expires !== undefined ||
    hosts.some((name) => host === name.toLowerCase() || host.endsWith(`.${name.toLowerCase()}`))
  );
}

function missingCopies({ data, file }: Entry<"incident">, { look }: KnowledgeBase): Finding[] {
  return data.timeline.flatMap(({ evidence }, index) =>
    evidence.flatMap((item, part) => {
      if (item.file === undefined || look.asset.has(item.file)) return [];
      const guess = nearest(item.file, look.asset.keys());
      return [
        {
          code: "evidence-missing",
          message: `Unexpected evidence \`${item.file}\`, expected a picture of the content folder`,
          ...(guess === undefined ? {} : { help: `Did you mean \`${guess}\`?` }),
          spot: { file, field: ["timeline", index, "evidence", part, "file"] },
        },
      ];
    }),
  );
}
