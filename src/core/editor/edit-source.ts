import { parseDocument } from "yaml";
import type { Finding } from "../finding.ts";
import { readYaml } from "../parse/read-yaml.ts";
import { applySplices, type Edit, type PlainValue } from "./edit.ts";
import { editSplices } from "./edit-splices.ts";
import { expectedValue, pathWords, sameValue } from "./expected-value.ts";
import { plainLines } from "./line-ends.ts";
import { yamlPart } from "./yaml-part.ts";

/** The text of a file after its edits, or why they were refused. */
export type EditedSource =
  | { readonly ok: true; readonly text: string; readonly changed: boolean }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * Carries out edits on the front matter of an MDX file or on a YAML file: only the stretches that they concern change,
 * so that comments, order, wrapping and line ends stay; a result that would not read as meant is refused.
 */
export function editSource(file: string, text: string, edits: readonly Edit[]): EditedSource {
  let current = text;
  for (const edit of edits) {
    const edited = editOnce(file, current, edit);
    if (!edited.ok) return edited;
    current = edited.text;
  }
  return { ok: true, text: current, changed: current !== text };
}

function editOnce(file: string, text: string, edit: Edit): EditedSource {
  const refuse = (code: string, message: string, help?: string): EditedSource => ({
    ok: false,
    findings: [{ code, message, ...(help ? { help } : {}), spot: { file, field: edit.path } }],
  });
  const plain = plainLines(text);
  const part = yamlPart(file, plain.text);
  if (!part)
    return refuse("front-matter-missing", "Expected front matter between two lines of ---, found none");
  const yaml = plain.text.slice(part.from, part.to);
  const before = readYaml(file, yaml, part.line);
  if (before.findings.length > 0) return { ok: false, findings: before.findings };
  const expected = expectedValue(before.value as PlainValue, edit);
  if (!expected.ok) return refuse(expected.code, expected.message);
  if (sameValue(before.value, expected.value)) return { ok: true, text, changed: false };
  const document = parseDocument(yaml, { keepSourceTokens: true, prettyErrors: false, logLevel: "silent" });
  const splices = editSplices(yaml, document, edit);
  const after = readYaml(file, applySplices(yaml, splices), part.line);
  const ofTheValue = after.findings.filter(({ code }) => code !== "yaml-syntax");
  if (ofTheValue.length > 0) return { ok: false, findings: ofTheValue };
  if (after.findings.length > 0 || !sameValue(after.value, expected.value))
    return refuse(
      "invalid-value",
      `Unexpected way of writing around \`${pathWords(edit.path)}\`, expected one that can be changed in place`,
      "Make this change by hand.",
    );
  const moved = splices.map(({ from, to, text: put }) => ({
    from: plain.origin(part.from + from),
    to: plain.origin(part.from + to),
    text: put.replaceAll("\n", plain.lineEnd),
  }));
  return { ok: true, text: applySplices(text, moved), changed: true };
}
