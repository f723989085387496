import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { mayWrite } from "../../src/adapters/github/read-folder.ts";
import { answerKey, refusalAnswer, remarkAnswer } from "../../src/core/comments/answer-comment.ts";
import type { CommandProblem } from "../../src/core/comments/command.ts";
import { parseComment } from "../../src/core/comments/parse-comment.ts";
import { isRecorded, recordComment } from "../../src/core/comments/record-comment.ts";
import type { PlannedEffect } from "../../src/core/github/github-plan.ts";
import { keyOf } from "../../src/core/github/issue-body.ts";
import type { Entry } from "../../src/core/knowledge-base/knowledge-base.ts";
import { handleOf } from "../../src/core/response/hand-over-command.ts";
import { epochOf } from "../../src/core/time.ts";
import { changeText, type FilePlan } from "../response/plan-change.ts";
import type { Known } from "../response/read-for-change.ts";

/** A comment as GitHub tells of it. */
export interface SaidComment {
  readonly id: number;
  readonly body: string;
  readonly address: string;
  readonly createdAt: string;
  readonly login: string;
  readonly isBot: boolean;
  /** Whether a mark in it counts: a program or somebody who may write here made it. */
  readonly isTrusted: boolean;
  /** Whether this run was started for it. */
  readonly isNew: boolean;
}

/** What comments come to: the text of the record after all of them, and how each is answered. */
export interface SettledComments {
  readonly text: string;
  readonly entry: Entry<"incident">;
  readonly says: readonly string[];
  readonly answers: readonly PlannedEffect[];
}

/**
 * Records what was not recorded yet of the comments of an incident's issue, in their order. A run looks at all of them and
 * not only at the one that it was started for, because GitHub drops runs that wait. People who may not write are passed over.
 */
export async function settleComments(
  client: GitHubClient,
  contentDir: string,
  known: Known,
  incident: Entry<"incident">,
  standing: string,
  issue: number,
  comments: readonly SaidComment[],
): Promise<SettledComments> {
  const answered = new Set(
    comments.filter(({ isTrusted }) => isTrusted).flatMap(({ body }) => keyOf(body) ?? []),
  );
  const writers = new Map<string, Promise<boolean>>();
  const writes = (login: string) => {
    const asked = writers.get(login) ?? mayWrite(client, login);
    writers.set(login, asked);
    return asked;
  };
  let text = standing;
  let entry = incident;
  const says: string[] = [];
  const answers: PlannedEffect[] = [];
  const inOrder = [...comments].sort((a, b) => epochOf(a.createdAt) - epochOf(b.createdAt) || a.id - b.id);
  for (const comment of inOrder) {
    if (comment.isBot || answered.has(answerKey(comment.id))) continue;
    const at = epochOf(comment.createdAt);
    const { commands, problems } = parseComment(comment.body, at);
    if (commands.length + problems.length === 0 || !(await writes(comment.login))) continue;
    if (isRecorded(entry, comment.address)) {
      if (comment.isNew) answers.push(reaction(comment.id));
      continue;
    }
    if (problems.length > 0) {
      answers.push(answer(issue, comment.id, refusalAnswer(problems)));
      continue;
    }
    const by = handleOf(known.knowledgeBase, comment.login);
    const said = { commands, at, url: comment.address, ...(by === undefined ? {} : { by }) };
    const recorded = recordComment(known.knowledgeBase, entry, said);
    const plan = recorded.ok
      ? changeText(contentDir, known, entry, text, () => recorded, recorded.publicWords)
      : undefined;
    if (!recorded.ok || !plan?.ok) {
      const wrong: readonly CommandProblem[] = recorded.ok
        ? (plan as Exclude<typeof plan, FilePlan | undefined>).sentences.map((message) => ({
            line: commands[0]!.line,
            message: message.replace(/\.$/, ""),
          }))
        : recorded.problems;
      answers.push(answer(issue, comment.id, refusalAnswer(wrong)));
      continue;
    }
    text = plan.text;
    entry = plan.entry as Entry<"incident">;
    says.push(recorded.says);
    answers.push(
      recorded.remarks.length === 0
        ? reaction(comment.id)
        : answer(issue, comment.id, remarkAnswer(recorded.remarks)),
    );
  }
  return { text, entry, says, answers };
}

function reaction(comment: number): PlannedEffect {
  return {
    effect: { do: "react", to: { comment }, with: "+1" },
    why: "its author sees that it was recorded",
  };
}

function answer(issue: number, comment: number, body: string): PlannedEffect {
  return {
    effect: { do: "comment", of: { number: issue }, key: answerKey(comment), body },
    why: "its author sees what became of it",
  };
}
