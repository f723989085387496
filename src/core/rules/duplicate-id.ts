import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type DeclaredId, declaredIds } from "./declared-ids.ts";

/** Ids that stand for two things. */
export function duplicateId(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const first = new Map<string, DeclaredId>();
  return declaredIds(knowledgeBase).flatMap((declared) => {
    const key = `${declared.scope}\0${declared.id}`;
    const earlier = first.get(key);
    if (!earlier) {
      first.set(key, declared);
      return [];
    }
    return [findingOf(declared, earlier)];
  });
}

function findingOf({ noun, id, file, field }: DeclaredId, earlier: DeclaredId): Finding {
  const taken = earlier.noun === noun ? `which another ${noun} has` : `which is also a ${earlier.noun}`;
  return {
    code: "duplicate-id",
    message: `Unexpected ${noun} \`${id}\`, ${taken}`,
    spot: { file, field },
    related: [{ spot: { file: earlier.file, field: earlier.field }, message: `\`${id}\` stands here first` }],
  };
}
