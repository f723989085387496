import GithubSlugger from "github-slugger";
import { mdxToHast } from "satteri";
import type { Finding } from "../finding.ts";
import { bodyLimits } from "../parse/limits.ts";
import { type Body, EMPTY_BODY } from "./body.ts";
import { guardTree, type TreeNode } from "./guard-tree.ts";
import { renderTree } from "./render-tree.ts";

const FEATURES = { features: { frontmatter: false, gfm: true } } as const;

/** The MDX body of a file → a compiled body, or what stands against it; `firstLine` is where the body begins in its file. */
export function compileBody(file: string, source: string, firstLine: number): { body: Body; findings: readonly Finding[] } {
  if (source.trim() === "") return { body: EMPTY_BODY, findings: [] };
  const limit = bodyLimits(file, source, firstLine);
  if (limit) return { body: EMPTY_BODY, findings: [limit] };
  let tree: TreeNode;
  try {
    tree = mdxToHast(source, { ...FEATURES, position: false }) as TreeNode;
  } catch (error) {
    return { body: EMPTY_BODY, findings: [syntaxFinding(file, error, firstLine)] };
  }
  if (guardTree(tree).length > 0) {
    const located = mdxToHast(source, { ...FEATURES, position: true }) as TreeNode;
    const findings = guardTree(located).map(({ node, ...problem }) => ({ ...problem, spot: { file, ...place(node, firstLine) } }));
    return { body: EMPTY_BODY, findings };
  }
  return { body: renderTree(tree, new GithubSlugger()), findings: [] };
}

/** Line and column of each link and image of a body, in the order of the text. */
export function linkPlaces(source: string, firstLine: number): { line?: number; column?: number }[] {
  const places: { line?: number; column?: number }[] = [];
  const walk = (node: TreeNode): void => {
    if (isLink(node)) places.push(place(node, firstLine));
    for (const child of node.children ?? []) walk(child);
  };
  walk(mdxToHast(source, { ...FEATURES, position: true }) as TreeNode);
  return places;
}

/** Whether a node is a link or image of the author's, not one that footnotes brought. */
function isLink(node: TreeNode): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "img") return true;
  return node.tagName === "a" && node.properties?.dataFootnoteRef === undefined && node.properties?.dataFootnoteBackref === undefined;
}

function place(node: TreeNode | undefined, firstLine: number): { line?: number; column?: number } {
  const start = node?.position?.start;
  return start ? { line: start.line + firstLine - 1, column: start.column } : {};
}

/** The parser says `line:column: message (rule)`. */
function syntaxFinding(file: string, error: unknown, firstLine: number): Finding {
  const raw = error instanceof Error ? error.message : String(error);
  const match = /^(\d+):(\d+): ([\s\S]*?)(?: \(mdx-[a-z:-]+\))?$/.exec(raw);
  const message = (match?.[3] ?? raw).replace(/\s+/g, " ");
  const code = /expression|import|export|oxc/i.test(message) ? (/import|export/i.test(message) ? "mdx-code" : "mdx-expression") : "mdx-syntax";
  const spot = match ? { file, line: Number(match[1]) + firstLine - 1, column: Number(match[2]) } : { file };
  const help = code === "mdx-syntax" ? "A literal `<` is written `\\<`; only the listed components may be used as tags." : "A literal `{` is written `\\{`; content is text, not a program.";
  return { code, message: `Unexpected markup: ${message}`, help, spot };
}
