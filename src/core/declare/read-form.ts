import { withoutHidden } from "../github/safe-text.ts";
import { FORM_FIELDS, type FormField } from "./form-fields.ts";

/** The answers of a form, as GitHub writes them into the body of an issue; a question without an answer is absent. */
export type FormAnswers = { readonly [Field in FormField]?: string };

/** Longer free words are no report. */
const MOST = 20_000;

/**
 * The answers in an issue's body: a heading per question. Choices come first in the form, and the first heading of a
 * question counts, so that free words which hold headings of their own change no choice.
 */
export function readForm(body: string): FormAnswers {
  const answers: { [Field in FormField]?: string } = {};
  let current: FormField | undefined;
  let lines: string[] = [];
  const take = () => {
    const text = lines.join("\n").trim();
    if (current !== undefined && text !== "" && text !== "_No response_")
      answers[current] = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
    lines = [];
  };
  const left = Object.entries(FORM_FIELDS) as [FormField, string][];
  for (const line of withoutHidden(body).split("\n")) {
    const heading = /^### (.+?)\s*$/.exec(line)?.[1];
    const next = heading === undefined ? -1 : left.findIndex(([, label]) => label === heading);
    if (next === -1) {
      lines.push(line);
      continue;
    }
    take();
    current = left[next]![0];
    left.splice(0, next + 1);
  }
  take();
  return answers;
}
