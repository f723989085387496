import type { KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";

/** How services hang on one: from a hurt service along `dependsOn` down to it. */
export interface DependencyReason {
  readonly path: readonly string[];
}

/** Services and all that they depend on, each with the shortest path from one of them. */
export function dependenciesOf(
  { look }: Pick<KnowledgeBase, "look">,
  services: readonly string[],
): ReadonlyMap<string, DependencyReason> {
  const found = new Map<string, DependencyReason>(services.map((id) => [id, { path: [id] }]));
  // A map is walked in the order in which it grows: breadth first, and a cycle ends by itself.
  for (const [id, { path }] of found)
    for (const next of look.service.get(id)?.data.dependsOn ?? [])
      if (!found.has(next)) found.set(next, { path: [...path, next] });
  return found;
}
