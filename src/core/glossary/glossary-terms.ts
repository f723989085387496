/** One entry of the handbook's glossary. */
export interface GlossaryTerm {
  /** Anchor of its heading in src/site/pages/handbook/glossary.mdx. */
  readonly id: string;
  /** The words that lead there; no others do. */
  readonly words: readonly string[];
}

/** Which words of a text are explained in the glossary: terms of the field, never words of every day. */
export const GLOSSARY_TERMS: readonly GlossaryTerm[] = [
  { id: "time-to-detect", words: ["time to detect", "foresight"] },
  { id: "time-to-acknowledge", words: ["time to acknowledge"] },
  { id: "time-to-restore-and-mttr", words: ["time to restore", "MTTR"] },
  { id: "relapse-and-repeat", words: ["relapse", "relapses", "relapsed"] },
  { id: "objective", words: ["service level objective", "service level objectives", "SLO", "SLOs"] },
  { id: "error-budget", words: ["error budget", "error budgets"] },
  { id: "burn-rate", words: ["burn rate", "burn rates"] },
  {
    id: "contributing-factor",
    words: ["contributing factor", "contributing factors", "root cause", "root causes"],
  },
  { id: "blameless", words: ["blameless", "blamelessly"] },
  { id: "canary", words: ["canary", "canaries"] },
  { id: "censored", words: ["censored"] },
  { id: "near-miss", words: ["near miss", "near misses"] },
];

/** Address of the glossary within the site. */
export const GLOSSARY_ADDRESS = "/handbook/glossary/";

/** The entry of the glossary that explains some words; `undefined` where none does. */
export function glossaryTerm(words: string): string | undefined {
  return GLOSSARY_TERMS.find((term) => term.words.includes(words.toLowerCase()))?.id;
}
