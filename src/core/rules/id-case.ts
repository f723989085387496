import type { Finding, Spot } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

interface Spelling {
  readonly noun: string;
  readonly id: string;
  readonly spot: Spot;
}

/** Ids and paths that differ only by case or Unicode form: on many disks and hosts they are one. */
export function idCase(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const first = new Map<string, Spelling>();
  return spellings(knowledgeBase).flatMap((spelling) => {
    const key = `${spelling.noun}\0${spelling.id.normalize("NFKC").toLowerCase()}`;
    const earlier = first.get(key) ?? spelling;
    first.set(key, earlier);
    if (earlier.id === spelling.id) return [];
    return [
      {
        code: "id-case",
        message: `Unexpected ${spelling.noun} \`${spelling.id}\`, which differs from \`${earlier.id}\` only by case or Unicode form`,
        spot: spelling.spot,
        related: [{ spot: earlier.spot, message: `\`${earlier.id}\` stands here` }],
      },
    ];
  });
}

function spellings(knowledgeBase: KnowledgeBase): Spelling[] {
  return [
    ...knowledgeBase.services.flatMap(({ data, file }) =>
      data.alerts.map(({ name }, index) => ({
        noun: "alert",
        id: name,
        spot: { file, field: ["alerts", index, "name"] },
      })),
    ),
    ...knowledgeBase.runbooks.flatMap(({ data, file }) =>
      data.alerts.map((id, index) => ({ noun: "alert", id, spot: { file, field: ["alerts", index] } })),
    ),
    ...knowledgeBase.changeLogs.flatMap(({ data, file }) =>
      data.changes.map(({ id }, index) => ({
        noun: "change",
        id,
        spot: { file, field: ["changes", index, "id"] },
      })),
    ),
    ...knowledgeBase.assets.map(({ path }) => ({
      noun: "path",
      id: path,
      spot: { file: `${knowledgeBase.root}/${path}` },
    })),
  ];
}
