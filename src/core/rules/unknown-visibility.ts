import type { FieldPath, Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { didYouMean } from "../suggestion.ts";
import { fileOfKind } from "./file-of-kind.ts";

/** Visibilities that are neither internal, public, restricted nor an audience of site.yaml; they are treated as internal. */
export function unknownVisibility(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const { incidents, postmortems, runbooks, maintenance, site } = knowledgeBase;
  const known = ["internal", "public", "restricted", ...site.audiences.map(({ id }) => id)];
  const judge = (word: string, file: string, field: FieldPath, counts: boolean): Finding[] => {
    if (known.includes(word)) return [];
    const help = didYouMean(word, known);
    const until = counts ? "; until then the entry counts as internal" : "";
    return [
      {
        code: "unknown-visibility",
        message: `Unexpected visibility \`${word}\`, expected one of ${known.join(", ")}${until}`,
        ...(help === undefined ? {} : { help }),
        spot: { file, field },
      },
    ];
  };
  return [
    ...[...incidents, ...postmortems, ...runbooks, ...maintenance].flatMap(({ data, file }) =>
      judge(data.visibility, file, ["visibility"], true),
    ),
    ...site.audiences.flatMap(({ includes }, index) =>
      includes.flatMap((word, part) =>
        judge(word, fileOfKind(knowledgeBase, "site"), ["audiences", index, "includes", part], false),
      ),
    ),
  ];
}
