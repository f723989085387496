import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Drafting, freeId, makeDraft } from "./draft.ts";
import { WishReader } from "./known-words.ts";
import { slugOf } from "./slug-of.ts";

/** What somebody knows of a service when its page is begun. */
export interface ServiceWishes {
  readonly title?: string;
  readonly description?: string;
  readonly owner?: string;
  readonly criticality?: "critical" | "high" | "medium" | "low";
  readonly dependsOn?: readonly string[];
  /** Whether a vendor runs it. */
  readonly external?: boolean;
}

/** The page of a service: who owns it, what it needs, what is promised. */
export function draftService(knowledgeBase: KnowledgeBase, wishes: ServiceWishes): Drafting {
  const read = new WishReader(knowledgeBase);
  const title = read.line("title", wishes.title);
  const description =
    wishes.description === undefined ? undefined : read.line("description", wishes.description);
  if (wishes.owner === undefined) read.refuse("owner", "Expected the team that owns it, found nothing");
  const owner = read.word("owner", "team", wishes.owner);
  const dependsOn = read.words("depends-on", "service", wishes.dependsOn);
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const external = wishes.external ? true : undefined;
  return makeDraft(
    "service",
    freeId(knowledgeBase, "service", slugOf(title)),
    [
      {
        title,
        description,
        owner,
        criticality: wishes.criticality ?? "medium",
        external,
        vendor: external && { name: title },
      },
      { dependsOn: dependsOn.length > 0 ? dependsOn : undefined },
      { remarks: REMARKS },
    ],
    `## Worth knowing\n\nTODO: what it does, and what surprises people`,
  );
}

const REMARKS = [
  "component: what customers see of it (name, group, description, position); without it no customer does.",
  "objectives: what is promised, for example - { id: answers-28d, target: 0.999, window: { rolling: 28d } }",
  "alerts: what it raises, for example - { name: AlertName, response: page }",
];
