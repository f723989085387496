/** The three rungs, lowest first. */
export const RUNGS = ["beginner", "intermediate", "advanced"] as const;
export type Rung = (typeof RUNGS)[number];
