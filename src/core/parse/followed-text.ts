import type { Runbook } from "../schemas/runbook.ts";

/**
 * What a responder follows of a runbook, as one text whose digest says whether it changed: the body, and the fields that
 * stand between reader and command. Each field is named here, so that a field which a schema gains later changes nothing.
 */
export function followedText(runbook: Runbook, body: string): string {
  const fields = {
    permissions: runbook.permissions.map(({ name, breakGlass }) => [name, breakGlass ?? null]),
    variables: runbook.variables.map(({ name, description, default: value, options }) => [
      name,
      description,
      value ?? null,
      options,
    ]),
    decisions: runbook.decisions.map(({ id, ask, do: advice, runbook: other, answers }) => [
      id,
      ask === undefined ? null : plainEnds(ask),
      advice === undefined ? null : plainEnds(advice),
      other ?? null,
      answers.map(({ answer, next }) => [answer, next]),
    ]),
  };
  return `${JSON.stringify(fields)}\n${plainEnds(body)}`;
}

/** A text without white space at the ends of its lines, nor empty lines around it. */
function plainEnds(text: string): string {
  return text.replace(/[ \t]+$/gm, "").replace(/^\n+|\n+$/g, "");
}
