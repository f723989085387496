import type { Review } from "../schemas/logs.ts";
import type { Edit } from "./edit.ts";
import { editSource } from "./edit-source.ts";

/** One thing that was decided. */
export type Decision = Review["decisions"][number];

/** The edit that puts a decision behind those that a review has. */
export function addDecision({ text, owner }: Decision): readonly Edit[] {
  return [{ do: "append", path: ["decisions"], value: owner === undefined ? { text } : { text, owner } }];
}

/** The file of a review that begins with its first decision. */
export function beginReview(file: string, period: Review["period"], on: string, decision: Decision): string {
  const begun = `---\ntitle: Review of the ${period}\nperiod: ${period}\non: ${on}\n---\n`;
  const edited = editSource(file, begun, addDecision(decision));
  if (!edited.ok) throw new Error(`Unexpected refusal of a new review: ${edited.findings[0]?.message}`);
  return edited.text;
}
