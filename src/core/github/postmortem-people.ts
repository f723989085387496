import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** GitHub logins of those who write a postmortem and of those who review it. */
export interface PostmortemPeople {
  readonly authors: readonly string[];
  readonly reviewers: readonly string[];
}

/** GitHub asks nobody's attention more often for naming more. */
const MOST_REVIEWERS = 6;

/** Whoever commanded or operated writes; the owners of the services review. Only teams.yaml says who that is on GitHub. */
export function postmortemPeople(
  { look, teams }: KnowledgeBase,
  { data }: Entry<"incident">,
): PostmortemPeople {
  const loginOf = (handle: string) => {
    const person = teams.people.find((one) => one.handle === handle);
    return person?.active && person.github !== undefined ? [person.github] : [];
  };
  const authors = data.roles
    .filter(({ role }) => role === "incident-commander" || role === "operations")
    .flatMap(({ person }) => loginOf(person));
  const owners = [
    ...(data.team === undefined ? [] : [data.team]),
    ...data.services.flatMap((service) => look.service.get(service)?.data.owner ?? []),
  ];
  const reviewers = owners
    .flatMap((owner) => look.team.get(owner)?.members ?? [owner])
    .flatMap(loginOf)
    .filter((login) => !authors.includes(login));
  return {
    authors: [...new Set(authors)],
    reviewers: [...new Set(reviewers)].slice(0, MOST_REVIEWERS),
  };
}
