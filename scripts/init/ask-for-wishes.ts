import { STARTER_DEFAULTS, type StarterWishes } from "../../src/core/starter/starter-wishes.ts";

/** What a person says of the new repository; the home of Tidemark is not among it. */
export type SaidWishes = Partial<Omit<StarterWishes, "home">>;

const QUESTIONS: readonly (readonly [wish: keyof SaidWishes, ask: string])[] = [
  ["name", "What is the knowledge base called?"],
  ["url", "At which address will its site be published?"],
  ["zone", "In which time zone does the team work?"],
  ["team", "What is the first team called?"],
  ["handle", "By which handle is the first person named (letters, digits, hyphens)?"],
  ["github", "Which GitHub login is that?"],
  ["service", "What is the first service called?"],
];

/** Asks for what was not said; an empty answer takes the default. Nothing is asked any more once the input has ended. */
export async function askForWishes(
  said: SaidWishes,
  ask: (question: string) => Promise<string | undefined>,
): Promise<SaidWishes> {
  const wishes: { -readonly [wish in keyof SaidWishes]: SaidWishes[wish] } = { ...said };
  for (const [wish, question] of QUESTIONS) {
    if (wishes[wish] !== undefined) continue;
    const otherwise = STARTER_DEFAULTS[wish];
    const answer = await ask(`${question} [${otherwise ?? "none"}] `);
    if (answer === undefined) return wishes;
    if (answer.trim() !== "") wishes[wish] = answer.trim();
  }
  return wishes;
}
