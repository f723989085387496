import { nearest } from "../suggestion.ts";
import { judgeAddress } from "./address.ts";
import { COMPONENTS } from "./components/index.ts";

/** A node of the MDX tree, as the parser gives it. */
export interface TreeNode {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly attributes?: readonly { readonly type: string; readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly TreeNode[];
  readonly position?: { readonly start: { readonly line: number; readonly column: number } };
}

/** Something that contributed text may not hold. */
export interface GuardProblem {
  readonly code: string;
  readonly message: string;
  readonly help?: string;
  readonly node: TreeNode;
}

/** Elements that Markdown itself makes. */
const ELEMENTS = new Set(
  "p h1 h2 h3 h4 h5 h6 em strong del a img ul ol li input blockquote pre code table thead tbody tr th td br hr sup section".split(" "),
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
    problems.push({ code: "nesting-too-deep", message: `Unexpected nesting of more than ${MAX_TREE_DEPTH} levels`, node });
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
      problems.push({ code: "mdx-code", message: `Unexpected \`${firstWord(node.value)}\`, expected text: content is data and never runs`, help: "Remove the line, or put it into a code block.", node });
      break;
    case "mdxFlowExpression":
    case "mdxTextExpression":
      problems.push({ code: "mdx-expression", message: "Unexpected expression in braces, expected text: content is data and never runs", help: "Write `\\{` for a literal brace.", node });
      break;
    case "comment":
    case "raw":
    default:
      problems.push({ code: "mdx-html", message: "Unexpected HTML, expected Markdown or a listed component", node });
  }
  for (const child of node.children ?? []) visit(child, name, depth + 1, problems);
}

function guardElement(node: TreeNode, problems: GuardProblem[]): void {
  const { tagName = "", properties = {} } = node;
  if (!ELEMENTS.has(tagName)) {
    problems.push({ code: "mdx-html", message: `Unexpected element \`${tagName}\``, node });
    return;
  }
  const address = tagName === "a" ? properties.href : tagName === "img" ? properties.src : undefined;
  if (typeof address !== "string") return;
  const judged = judgeAddress(address);
  if (judged.kind === "refused") problems.push({ code: "mdx-address", message: `Unexpected address ${shown(address)}: it ${judged.reason}`, node });
  else if (tagName === "img" && judged.kind === "external")
    problems.push({ code: "image-type", message: `Unexpected picture from another host ${shown(address)}`, help: "Put the picture into the content folder, or link to it.", node });
  else if (tagName === "img" && !/^[^?#]+\.(png|jpe?g|webp|avif|gif|svg)$/i.test(address))
    problems.push({ code: "image-type", message: `Unexpected picture ${shown(address)}, expected a png, jpg, webp, avif or gif of the content folder`, node });
}

function guardComponent(node: TreeNode, parent: string | undefined, problems: GuardProblem[]): void {
  const name = node.name ?? "";
  const component = COMPONENTS.get(name);
  if (!component) {
    const known = [...COMPONENTS.keys()];
    const guess = nearest(name, known);
    const html = /^[a-z]/.test(name) || name === "";
    problems.push({
      code: html ? "mdx-html" : "mdx-component",
      message: html ? `Unexpected HTML tag \`<${name}>\`, expected Markdown` : `Unexpected component \`<${name}>\``,
      help: guess ? `Did you mean \`<${guess}>\`?` : `The components are ${known.join(", ")}; a literal \`<\` is written \`\\<\`.`,
      node,
    });
    return;
  }
  if (component.within && parent !== component.within)
    problems.push({ code: "mdx-component", message: `Unexpected \`<${name}>\` here, expected it in \`<${component.within}>\``, node });
  const given = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name === undefined) {
      problems.push({ code: "mdx-spread", message: `Unexpected spread in \`<${name}>\`, expected attributes with text`, node });
      continue;
    }
    const rule = Object.hasOwn(component.attributes, attribute.name) ? component.attributes[attribute.name] : undefined;
    const value = attribute.value;
    const attributeProblem = (message: string, help?: string) => problems.push({ code: "mdx-attribute", message, ...(help ? { help } : {}), node });
    if (!rule) {
      const guess = nearest(attribute.name, Object.keys(component.attributes));
      attributeProblem(`Unexpected attribute \`${attribute.name}\` of \`<${name}>\``, guess ? `Did you mean \`${guess}\`?` : undefined);
    } else if (given.has(attribute.name)) attributeProblem(`Unexpected second \`${attribute.name}\` of \`<${name}>\``);
    else if (typeof value !== "string") {
      if (value === null || value === undefined) attributeProblem(`Expected a text for \`${attribute.name}\` of \`<${name}>\``);
      else problems.push({ code: "mdx-expression", message: `Unexpected expression in \`${attribute.name}\` of \`<${name}>\`, expected a text in quotes`, node });
    } else if (rule.values && !rule.values.includes(value)) {
      const guess = nearest(value, rule.values);
      attributeProblem(`Unexpected ${shown(value)} in \`${attribute.name}\`, expected one of ${rule.values.join(", ")}`, guess ? `Did you mean \`${guess}\`?` : undefined);
    } else if (rule.address) {
      const judged = judgeAddress(value);
      if (judged.kind !== "external") problems.push({ code: "mdx-address", message: `Unexpected address ${shown(value)}: it ${judged.kind === "refused" ? judged.reason : "is not a web address"}`, node });
    }
    given.add(attribute.name);
  }
  for (const [attribute, rule] of Object.entries(component.attributes))
    if (rule.required && !given.has(attribute)) problems.push({ code: "mdx-attribute", message: `Expected \`${attribute}\` in \`<${name}>\``, node });
}

function shown(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text);
}

function firstWord(text: string | undefined): string {
  return /^\s*(\w+)/.exec(text ?? "")?.[1] ?? "code";
}
