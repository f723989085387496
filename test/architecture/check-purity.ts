import ts from "typescript";
import { lineOf, type Source, visit } from "./source.ts";

/** What in core depends on the moment, on chance, or on the machine's zone or language, each as `file:line: sentence`. */
export function checkPurity(source: Source): string[] {
  if (!source.path.startsWith("src/core/")) return [];
  const problems: string[] = [];
  visit(source.code, (node) => {
    const problem = impurityOf(node);
    if (problem) problems.push(`${source.path}:${lineOf(source.code, node)}: ${problem}`);
  });
  return problems;
}

function impurityOf(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) {
    const name = node.getText();
    if (name === "Date.now") return "Date.now reads the clock: take `now` as an argument";
    if (name === "Math.random") return "Math.random is chance: take a seeded source as an argument";
  }
  const makes = ts.isNewExpression(node) || ts.isCallExpression(node);
  if (!makes) return undefined;
  const called = node.expression.getText();
  const given = node.arguments ?? [];
  if (called === "Date" && (ts.isCallExpression(node) || given.length === 0))
    return "Date without an argument reads the clock: take `now` as an argument";
  if (called.startsWith("Intl.") && isNoLocale(given[0]))
    return `${called} without a locale takes the machine's: name one`;
  if (!ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (/^toLocale/.test(method) && isNoLocale(given[0]))
    return `${method} without a locale takes the machine's: name one`;
  if (method === "localeCompare" && isNoLocale(given[1]))
    return "localeCompare without a locale takes the machine's: name one";
  if (localTime.test(method)) return `${method} is in the machine's zone: use the UTC one`;
  return undefined;
}

const localTime = /^[gs]et(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/;

function isNoLocale(node: ts.Node | undefined): boolean {
  return node === undefined || node.getText() === "undefined" || node.getText() === "[]";
}
