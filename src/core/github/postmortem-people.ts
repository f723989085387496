import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { loginsOf } from "./logins-of.ts";

/** GitHub logins of those who write a postmortem and of those who review it. */
export interface PostmortemPeople {
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
}

/** GitHub asks nobody's attention more often for naming more. */
const MOST_REVIEWERS = 6;

/** Whoever commanded or operated writes; the owners of the services review. */
export function postmortemPeople(
  knowledgeBase: KnowledgeBase,
  { data }: Entry<"incident">,
): PostmortemPeople {
  const authors = data.roles
    .filter(({ role }) => role === "incident-commander" || role === "operations")
    .flatMap(({ person }) => loginsOf(knowledgeBase, person));
  const owners = [
    ...(data.team === undefined ? [] : [data.team]),
    ...data.services.flatMap((service) => knowledgeBase.look.service.get(service)?.data.owner ?? []),
  ];
  const reviewers = owners
    .flatMap((owner) => loginsOf(knowledgeBase, owner))
    .filter((login) => !authors.includes(login));
  return {
    authors: [...new Set(authors)],
    reviewers: [...new Set(reviewers)].slice(0, MOST_REVIEWERS),
  };
}
