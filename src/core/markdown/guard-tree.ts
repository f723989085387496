import { judgeAddress } from "./address.ts";
import { diagramSource } from "./diagram/diagram-source.ts";
import { guardDiagram } from "./diagram/guard-diagram.ts";
import { guardComponent } from "./guard-component.ts";
import { quotedShort } from "./quoted-short.ts";

/** A node of the MDX tree, as the parser gives it. */
export interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly attributes?: readonly {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
  }[];
  readonly children?: readonly TreeNode[];
  readonly position?: {
    readonly start: { readonly line: number; readonly column: number };
    readonly end?: { readonly line: number };
  };
}

/** Something that contributed text may not hold. */
export interface GuardProblem {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly node: TreeNode;
  /** How many lines below the beginning of the node. */
  readonly row?: number;
}

/** Elements that Markdown itself makes. */
const ELEMENTS = new Set(
  "p h1 h2 h3 h4 h5 h6 em strong del a img ul ol li input blockquote pre code table thead tbody tr th td br hr sup section".split(
    " ",
  ),
);

const MAX_TREE_DEPTH = 120;

/** Everything in a tree that is not on the allow-list of elements, components, attributes and addresses. */
export function guardTree(root: TreeNode): GuardProblem[] {
  const problems: GuardProblem[] = [];
  visit(root, undefined, 0, problems);
  return problems;
}

function visit(node: TreeNode, parent: string | undefined, depth: number, problems: GuardProblem[]): void {
  if (depth > MAX_TREE_DEPTH) {
    problems.push({
      code: "nesting-too-deep",
      message: `Unexpected nesting of more than ${MAX_TREE_DEPTH} levels`,
      node,
    });
    return;
  }
  let name = parent;
  switch (node.type) {
    case "root":
    case "text":
      break;
    case "element":
      guardElement(node, problems);
      break;
    case "mdxJsxFlowElement":
    case "mdxJsxTextElement":
      guardComponent(node, parent, problems);
      name = node.name ?? undefined;
      break;
    case "mdxjsEsm":
      problems.push({
        code: "mdx-code",
        message: `Unexpected \`${firstWord(node.value)}\`, expected text: content is data and never runs`,
        help: "Remove the line, or put it into a code block.",
        node,
      });
      break;
    case "mdxFlowExpression":
    case "mdxTextExpression":
      problems.push({
        code: "mdx-expression",
        message: "Unexpected expression in braces, expected text: content is data and never runs",
        help: "Write `\\{` for a literal brace.",
        node,
      });
      break;
    default:
      problems.push({
        code: "mdx-html",
        message: "Unexpected HTML, expected Markdown or a listed component",
        node,
      });
  }
  for (const child of node.children ?? []) visit(child, name, depth + 1, problems);
}

function guardElement(node: TreeNode, problems: GuardProblem[]): void {
  const { tagName = "", properties = {} } = node;
  if (!ELEMENTS.has(tagName)) {
    problems.push({ code: "mdx-html", message: `Unexpected element \`${tagName}\``, node });
    return;
  }
  const diagram = diagramSource(node);
  if (diagram !== undefined) problems.push(...guardDiagram(diagram).map((problem) => ({ ...problem, node })));
  const address = tagName === "a" ? properties.href : tagName === "img" ? properties.src : undefined;
  if (typeof address !== "string") return;
  const judged = judgeAddress(address);
  if (judged.kind === "refused")
    problems.push({
      code: "mdx-address",
      message: `Unexpected address ${quotedShort(address)}: it ${judged.reason}`,
      node,
    });
  else if (tagName === "img" && judged.kind === "external" && /^https:/i.test(address)) return;
  else if (tagName === "img" && judged.kind === "external")
    problems.push({
      code: "image-type",
      message: `Unexpected picture from another host ${quotedShort(address)}`,
      help: "Put the picture into the content folder, or link to it.",
      node,
    });
  else if (tagName === "img" && !/^[^?#]+\.(png|jpe?g|webp|avif|gif|svg)$/i.test(address))
    problems.push({
      code: "image-type",
      message: `Unexpected picture ${quotedShort(address)}, expected a png, jpg, webp, avif or gif of the content folder`,
      node,
    });
}

function firstWord(text: string | undefined): string {
  return /^\s*(\w+)/.exec(text ?? "")?.[1] ?? "code";
}
