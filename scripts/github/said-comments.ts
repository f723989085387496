import type { readComments } from "../../src/adapters/github/reads.ts";
import type { CommentEvent } from "../../src/core/declare/event.ts";
import type { SaidComment } from "./settle-comments.ts";

/** All comments of the issue, the one of the event too where the list has it not yet. */
export function saidComments(
  listed: Awaited<ReturnType<typeof readComments>>,
  { comment }: CommentEvent,
): SaidComment[] {
  const all = listed.map((each) => ({ ...each, createdAt: each.created_at }));
  const own = { ...comment, createdAt: comment.created_at };
  return [...all, ...(all.some(({ id }) => id === comment.id) ? [] : [own])].map((each) => ({
    id: each.id,
    body: each.body ?? "",
    address: each.html_url,
    createdAt: each.createdAt,
    login: each.user?.login ?? "",
    isBot: !each.user || isBot(each.user),
    isTrusted:
      (each.user && isBot(each.user)) ||
      TRUSTED.has(("author_association" in each && each.author_association) || ""),
    isNew: each.id === comment.id,
  }));
}

const TRUSTED = new Set(["OWNER", "MEMBER", "COLLABORATOR"]);

/** Whether an account is a program. */
export function isBot({
  login,
  type,
}: {
  readonly login: string;
  readonly type?: string | undefined;
}): boolean {
  return type === "Bot" || login.endsWith("[bot]");
}
