import type { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import type { Incident } from "../schemas/incident.ts";
import type { Instant } from "../time.ts";
import { addTo } from "./changing.ts";
import { INCIDENT_FIELDS } from "./component-impact.ts";

const ROLE_FIELDS = ["role", "person", "from", "to"];

/** The edits that hand command over: whoever had it has it until then. */
export function handOverCommand(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  data: Incident,
  wish: string,
  at: Instant,
): Edit[] {
  const handle = handleOf(knowledgeBase, wish) ?? wish;
  const person = read.word("commander", "person", handle);
  if (knowledgeBase.look.person.get(person)?.active === false)
    read.refuse("commander", `Unexpected commander \`${person}\`: nothing may be given to them any more`);
  const commands = data.roles.flatMap((role, index) =>
    role.role === "incident-commander" && role.to === undefined ? [{ ...role, index }] : [],
  );
  if (commands.some((role) => role.person === person)) return [];
  return [
    ...commands.map(
      ({ index }): Edit => ({ do: "set", path: ["roles", index, "to"], value: at, order: ROLE_FIELDS }),
    ),
    addTo(data.roles, "roles", { role: "incident-commander", person, from: at }, INCIDENT_FIELDS),
  ];
}

/** The handle of a GitHub login, by teams.yaml; logins have no case. */
export function handleOf({ teams }: KnowledgeBase, login: string): string | undefined {
  return teams.people.find(({ github }) => github?.toLowerCase() === login.toLowerCase())?.handle;
}
