import type { FieldPath, Finding, Spot } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Kind } from "../schemas/kinds.ts";
import { VOCABULARIES } from "../schemas/taxonomy.ts";
import { fileOfKind } from "./file-of-kind.ts";

interface Named {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly file: string;
  /** Where the thing stands in its file; `[]` for a file of its own. */
  readonly at: FieldPath;
}

/** Old ids and other spellings that already mean something else. */
export function aliasTaken(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return groupsOf(knowledgeBase).flatMap(takenIn);
}

function takenIn(group: readonly Named[]): Finding[] {
  const taken = new Map<string, { readonly owner: string; readonly spot: Spot }>();
  for (const { id, file, at } of group)
    taken.set(id, { owner: id, spot: at.length === 0 ? { file } : { file, field: [...at, "id"] } });
  return group.flatMap(({ id, aliases, file, at }) =>
    aliases.flatMap((alias, index) => {
      const spot = { file, field: [...at, "aliases", index] };
      const holder = taken.get(alias);
      if (!holder) {
        taken.set(alias, { owner: id, spot });
        return [];
      }
      const message =
        holder.owner === id
          ? `Unexpected alias \`${alias}\`, which \`${id}\` is already called`
          : `Unexpected alias \`${alias}\`, which means \`${holder.owner}\``;
      return [
        {
          code: "alias-taken",
          message,
          spot,
          related: [{ spot: holder.spot, message: `\`${alias}\` stands here` }],
        },
      ];
    }),
  );
}

function groupsOf(knowledgeBase: KnowledgeBase): Named[][] {
  const { incidents, postmortems, runbooks, services, maintenance, gameDays, templates, reviews, broken } =
    knowledgeBase;
  const entries = [
    incidents,
    postmortems,
    runbooks,
    services,
    maintenance,
    gameDays,
    templates,
    reviews,
  ] as const;
  const kinds: readonly Kind[] = [
    "incident",
    "postmortem",
    "runbook",
    "service",
    "maintenance",
    "game-day",
    "template",
    "review",
  ];
  const teams = fileOfKind(knowledgeBase, "teams");
  const taxonomy = fileOfKind(knowledgeBase, "taxonomy");
  return [
    ...entries.map((list, index) => [
      ...list.map(({ id, file, data }) => ({ id, aliases: data.aliases, file, at: [] })),
      ...broken
        .filter(({ kind }) => kind === kinds[index])
        .map(({ id, file }) => ({ id, aliases: [], file, at: [] })),
    ]),
    knowledgeBase.teams.teams.map(({ id, aliases }, index) => ({
      id,
      aliases,
      file: teams,
      at: ["teams", index],
    })),
    ...(["severities", ...VOCABULARIES] as const).map((vocabulary) =>
      knowledgeBase.taxonomy[vocabulary].map(({ id, aliases }, index) => ({
        id,
        aliases,
        file: taxonomy,
        at: [vocabulary, index],
      })),
    ),
  ];
}
