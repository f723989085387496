import GithubSlugger from "github-slugger";
import { mdxToHast } from "satteri";
import type { Finding } from "../finding.ts";
import { bodyLimits } from "../parse/limits.ts";
import { type Body, EMPTY_BODY } from "./body.ts";
import { diagramSource } from "./diagram/diagram-source.ts";
import { footnotesOf } from "./footnotes.ts";
import { guardTree, type TreeNode } from "./guard-tree.ts";
import { hideCode } from "./hide-code.ts";
import { renderTree } from "./render-tree.ts";
import { syntaxFinding } from "./syntax-finding.ts";

const FEATURES = { features: { frontmatter: false, gfm: true } } as const;

/** The MDX body of a file → a compiled body, or what stands against it; `firstLine` is where the body begins in its file. */
export function compileBody(
  file: string,
  source: string,
  firstLine: number,
): { body: Body; findings: readonly Finding[] } {
  if (source.trim() === "") return { body: EMPTY_BODY, findings: [] };
  const limit = bodyLimits(file, source, firstLine);
  if (limit) return { body: EMPTY_BODY, findings: [limit] };
  const picture = PICTURE_WITH_INTERNAL.exec(source);
  if (picture)
    return { body: EMPTY_BODY, findings: [internalInPicture(file, source, picture.index, firstLine)] };
  const hidden = hideCode(source);
  let tree: TreeNode;
  try {
    // Footnotes of Internal blocks are told from others by their lines; nothing else needs places while all is well.
    tree = mdxToHast(hidden.text, {
      ...FEATURES,
      position: source.includes("<Internal") && source.includes("[^"),
    }) as TreeNode;
  } catch (error) {
    return { body: EMPTY_BODY, findings: [syntaxFinding(file, source, error, hidden, firstLine)] };
  }
  if (hidden.reveal(tree).length > 0 || guardTree(tree).length > 0) {
    const located = mdxToHast(hidden.text, { ...FEATURES, position: true }) as TreeNode;
    const problems = [...hidden.reveal(located), ...guardTree(located)];
    return {
      body: EMPTY_BODY,
      findings: problems.map(({ node, row = 0, ...problem }) => ({
        ...problem,
        spot: { file, ...place(node, firstLine + row, row > 0) },
      })),
    };
  }
  return { body: renderTree(tree, new GithubSlugger()), findings: [] };
}

/** Line and column of what rules speak of, in the order of the text. */
export interface BodyPlaces {
  /** Links and images. */
  readonly links: readonly LineAndColumn[];
  /** Diagrams, where their fences begin. */
  readonly diagrams: readonly LineAndColumn[];
}

interface LineAndColumn {
  readonly line?: number;
  readonly column?: number;
}

/** Where the links and diagrams of a body stand in its file. */
export function bodyPlaces(source: string, firstLine: number): BodyPlaces {
  const links: LineAndColumn[] = [];
  const diagrams: LineAndColumn[] = [];
  const root = mdxToHast(hideCode(source).text, { ...FEATURES, position: true }) as TreeNode;
  const footnotes = footnotesOf(root).list.map(({ definition }) => definition);
  const walk = (node: TreeNode): void => {
    if (isLink(node)) links.push(place(node, firstLine));
    if (diagramSource(node) !== undefined) diagrams.push(place(node, firstLine));
    const section = node.properties?.dataFootnotes !== undefined;
    for (const child of section ? footnotes : (node.children ?? [])) walk(child);
  };
  walk(root);
  return { links, diagrams };
}

/** Whether a node is a link or image of the author's, not one that footnotes brought. */
function isLink(node: TreeNode): boolean {
  if (node.type !== "element") return false;
  if (node.tagName === "img") return true;
  return (
    node.tagName === "a" &&
    node.properties?.dataFootnoteRef === undefined &&
    node.properties?.dataFootnoteBackref === undefined
  );
}

function place(node: TreeNode | undefined, firstLine: number, wholeLine = false): LineAndColumn {
  const start = node?.position?.start;
  return start ? { line: start.line + firstLine - 1, column: wholeLine ? 1 : start.column } : {};
}

/** The parser makes one text of a picture's words, so that nothing would tell the internal ones from the others. */
const PICTURE_WITH_INTERNAL = /!\[(?:[^[\]\\\n]|\\.|\[[^[\]\n]*\])*<Internal\b/;

function internalInPicture(file: string, source: string, index: number, firstLine: number): Finding {
  const before = source.slice(0, index).split("\n");
  const spot = { file, line: before.length + firstLine - 1, column: before.at(-1)!.length + 1 };
  return {
    code: "mdx-component",
    message: "Unexpected `<Internal>` in the words of a picture, expected it around the picture",
    spot,
  };
}
