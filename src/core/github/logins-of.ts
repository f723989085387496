import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** GitHub logins of a person or of the people of a team who are active, as teams.yaml has them. */
export function loginsOf({ look, teams }: Pick<KnowledgeBase, "look" | "teams">, owner: string): string[] {
  const handles = look.team.get(owner)?.members ?? [owner];
  const logins = handles.flatMap((handle) => {
    const person = teams.people.find((one) => one.handle === handle);
    return person?.active && person.github !== undefined ? [person.github] : [];
  });
  return [...new Set(logins)];
}
