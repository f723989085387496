import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantProblem } from "../time.ts";
import type { DraftKind } from "./draft.ts";
import { WishReader, type WordList, wordsOf } from "./known-words.ts";

/** One thing that a draft needs and a person can be asked for. */
export interface Question {
  /** The wish, named as the option of the command. */
  readonly wish: string;
  readonly ask: string;
  /** The list that the answer must be on. */
  readonly from?: WordList;
  /** Several answers, parted by commas. */
  readonly many?: true;
  /** What an empty answer means; without one an answer is needed, unless it is optional. */
  readonly otherwise?: string;
  readonly optional?: true;
  readonly instant?: true;
}

const VISIBILITY: Question = {
  wish: "visibility",
  ask: "Who may read it?",
  from: "visibility",
  otherwise: "internal",
};
const SERVICES: Question = {
  wish: "service",
  ask: "Which services does it concern?",
  from: "service",
  many: true,
};

/** What is asked for each kind, in order. */
export const QUESTIONS: Readonly<Record<DraftKind, readonly Question[]>> = {
  incident: [
    { wish: "title", ask: "What happened, in one sentence?" },
    { wish: "severity", ask: "How severe is it at present?", from: "severity" },
    SERVICES,
    {
      wish: "started",
      ask: "Since when does it hurt, if that is known (2026-03-14T17:52:00Z)?",
      optional: true,
      instant: true,
    },
    { wish: "commander", ask: "Who commands, if somebody does?", from: "person", optional: true },
    VISIBILITY,
  ],
  postmortem: [{ wish: "incident", ask: "Which incident does it explain?", from: "incident" }],
  runbook: [
    { wish: "title", ask: "Which failure does it answer?" },
    { ...SERVICES, optional: true },
    { wish: "alert", ask: "Which alerts lead to it?", many: true, optional: true },
    VISIBILITY,
  ],
  service: [
    { wish: "title", ask: "What is the service called?" },
    { wish: "description", ask: "What does it do for whom, in one sentence?", optional: true },
    { wish: "owner", ask: "Which team owns it?", from: "team" },
    {
      wish: "dependsOn",
      ask: "Which services can it not work without?",
      from: "service",
      many: true,
      optional: true,
    },
  ],
  maintenance: [
    { wish: "title", ask: "What is done?" },
    SERVICES,
    { wish: "from", ask: "When does it begin (2026-03-14T02:00:00Z)?", instant: true },
    { wish: "length", ask: "How long does it take?", otherwise: "1h" },
    VISIBILITY,
  ],
};

/** A question as a person reads it, with its choices where they are few and what an empty answer means. */
export function wordsOfQuestion(knowledgeBase: KnowledgeBase, question: Question): string {
  const choices = question.from === undefined ? [] : wordsOf(knowledgeBase, question.from);
  const shown = choices.length > 0 && choices.length <= 12 ? ` (${choices.join(", ")})` : "";
  const empty =
    question.otherwise !== undefined ? ` [${question.otherwise}]` : question.optional ? " [none]" : "";
  return `${question.ask}${shown}${empty} `;
}

/** A typed answer → the wish, or in a sentence why it cannot be that. */
export function readAnswer(
  knowledgeBase: KnowledgeBase,
  question: Question,
  typed: string,
): { wish: string | string[] | undefined } | { problem: string } {
  const answer = typed.trim() || (question.otherwise ?? "");
  if (answer === "")
    return question.optional ? { wish: undefined } : { problem: "An answer is needed here." };
  const problem = question.instant ? instantProblem(answer) : undefined;
  if (problem) return { problem: `It ${problem}.` };
  const read = new WishReader(knowledgeBase);
  const words = question.many
    ? answer
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== "")
    : [answer];
  const wishes = words.map((word) => (question.from ? read.word(question.wish, question.from, word) : word));
  const refused = read.problems[0];
  if (refused) return { problem: `${refused.message}. ${refused.help ?? ""}`.trim() };
  return { wish: question.many ? wishes : wishes[0] };
}
