import { QUESTIONS, readAnswer, wordsOfQuestion } from "../../src/core/drafts/questions.ts";
import type { KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import type { NewFlags } from "../command.ts";

/** Asks for what the flags leave open, each question again until its answer can be used; stops when nobody answers any more. */
export async function askForMissing(
  knowledgeBase: KnowledgeBase,
  flags: NewFlags,
  ask: (question: string) => Promise<string | undefined>,
  say: (sentence: string) => void,
): Promise<NewFlags> {
  let known: NewFlags = flags;
  for (const question of QUESTIONS[flags.kind]) {
    if (isKnown(known, question.wish)) continue;
    for (;;) {
      const typed = await ask(wordsOfQuestion(knowledgeBase, question));
      if (typed === undefined) return known;
      const answer = readAnswer(knowledgeBase, question, typed);
      if ("problem" in answer) say(answer.problem);
      else {
        if (answer.wish !== undefined) known = { ...known, [question.wish]: answer.wish };
        break;
      }
    }
  }
  return known;
}

/** An end that was given leaves no length to ask for. */
function isKnown(flags: NewFlags, wish: string): boolean {
  return flags[wish as keyof NewFlags] !== undefined || (wish === "length" && flags.to !== undefined);
}
