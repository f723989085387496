/**
 * Above this many values what would be drawn by chance is worked out instead: with 2,000 to 5,000 draws chance itself then
 * errs by more (0.06 standard errors of an interval's end, 0.003 of a p-value at 5 %) than the limit theorem does.
 */
export const LARGE_SAMPLE = 100;
