import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { personName, type ViewContext } from "../view-context.ts";
import { roleWords } from "./role-history.ts";

/** Who holds which role now; a key role that nobody holds stands there empty. */
export interface RoleBoardRow {
  readonly role: string;
  /** Empty where it is a key role that nobody holds. */
  readonly people: readonly string[];
}

type Role = Entry<"incident">["data"]["roles"][number]["role"];

/** The roles of an open incident: the key ones first, held or not, then the others that are held. */
export function roleBoard(context: ViewContext, { data }: Entry<"incident">): readonly RoleBoardRow[] {
  const key: readonly Role[] = [
    "incident-commander",
    "operations",
    ...(data.customerVisible ? (["communications"] as const) : []),
    "scribe",
    ...(data.exposure === undefined ? [] : (["legal"] as const)),
  ];
  const held = data.roles.filter(({ to }) => to === undefined);
  return [...new Set([...key, ...held.map(({ role }) => role)])].map((role) => ({
    role: roleWords(role),
    people: held.filter((each) => each.role === role).map(({ person }) => personName(context, person)),
  }));
}
