import ts from "typescript";
import { lineOf, type Source, visit } from "./source.ts";

/** The one test that may know which runbook answers which alert. */
const ITS_TEST = "test/site/search-relevance.test.ts";

/**
 * Texts that name the relevance judgements, or the alert rules that they were made from, outside the test of relevance:
 * what is measured with them must not be made with them.
 */
export function checkJudgements(source: Source): string[] {
  if (source.path === ITS_TEST || /^test\/architecture(?:\/|\.test)/.test(source.path)) return [];
  const problems: string[] = [];
  visit(source.code, (node) => {
    if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node) && !ts.isTemplateMiddleOrTemplateTail(node))
      return;
    const named = /_qrels|kube-prometheus/.exec(node.text)?.[0];
    if (named)
      problems.push(`${source.path}:${lineOf(source.code, node)}: ${named} is for ${ITS_TEST} alone`);
  });
  return problems;
}
