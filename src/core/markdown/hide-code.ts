import type { GuardProblem, TreeNode } from "./guard-tree.ts";

/** A body in which no program begins, and the way back from its tree to the author's own words. */
export interface HiddenCode {
  /** The body with stand-ins of the same length, so that lines and columns stay. */
  readonly text: string;
  /** Puts the author's characters back into a tree of that text; returns where a program would have begun. */
  readonly reveal: (root: TreeNode) => GuardProblem[];
  /** The same for a message. */
  readonly revealText: (text: string) => string;
}

// The parser's reader of programs dies of deep nesting with a signal, and can take minutes for a hundred bytes. No program is
// allowed here, so it never sees one: what would begin one is written with other characters while the parser looks.
const BRACKETS = "⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦎⦏⦐⦑⦒⦓⦔⦕⦖";
const LETTERS = "ıɘɨɛƚƒƙʋ";
/** Braces of one body that are told one by one. */
const MOST_PROBLEMS = 50;

/** Hides braces, and `import` and `export` at the beginning of a line. */
export function hideCode(source: string): HiddenCode {
  if (!/\{|^(?:import|export)/m.test(source))
    return { text: source, reveal: () => [], revealText: (text) => text };
  const [brace, escaped, escapedBrace] = unused(BRACKETS, source) as [string, string, string];
  const [i, e] = unused(LETTERS, source) as [string, string];
  const text = source
    .replace(/(\\*)\{/g, (_, slashes: string) =>
      slashes.length % 2 === 1 ? slashes.slice(1) + escaped + escapedBrace : slashes + brace,
    )
    .replace(/^(?:i(?=mport)|e(?=xport))/gm, (letter) => (letter === "i" ? i : e));
  const words = (value: string) => value.replaceAll(i, "i").replaceAll(e, "e");
  const inCode = (value: string) =>
    words(value)
      .replaceAll(escaped + escapedBrace, "\\{")
      .replaceAll(brace, "{");
  const inText = (value: string) =>
    words(value)
      .replaceAll(escaped + escapedBrace, "{")
      .replaceAll(brace, "{");
  const inAddress = (value: string) =>
    inText(value)
      .replaceAll(encodeURIComponent(escaped + escapedBrace), "%7B")
      .replaceAll(encodeURIComponent(brace), "%7B");
  const problems: GuardProblem[] = [];

  const visit = (node: Writable, code: boolean): void => {
    if (typeof node.value === "string") {
      if (code) node.value = inCode(node.value);
      else {
        const most = Math.min(countOf(node.value, brace), MOST_PROBLEMS - problems.length);
        for (let nth = 1; nth <= most; nth++)
          problems.push(expressionAt(placeIn(text, node, brace, nth) ?? node));
        node.value = inText(node.value);
      }
    }
    for (const [name, value] of Object.entries(node.properties ?? {})) {
      if (name === "alt" && String(value).includes(brace)) problems.push(expressionAt(node));
      if (typeof value === "string") node.properties![name] = inAddress(value);
      else if (Array.isArray(value))
        node.properties![name] = value.map((each) => (typeof each === "string" ? inCode(each) : each));
    }
    for (const attribute of node.attributes ?? [])
      if (typeof attribute.value === "string") attribute.value = inCode(attribute.value);
    const block = node.type === "root" || node.type === "mdxJsxFlowElement";
    for (const child of node.children ?? []) {
      const first = block ? firstText(child) : undefined;
      if (first?.value && (first.value.startsWith(i) || first.value.startsWith(e)))
        problems.push(moduleAt(child, words(first.value)));
      visit(child, code || child.tagName === "code");
    }
  };

  const reveal = (root: TreeNode): GuardProblem[] => {
    problems.length = 0;
    visit(root as Writable, false);
    return [...problems];
  };
  return { text, reveal, revealText: inCode };
}

interface Writable extends Omit<TreeNode, "value" | "properties" | "attributes" | "children"> {
  value?: string;
  readonly properties?: Record<string, unknown>;
  readonly attributes?: { value?: unknown }[];
  readonly children?: Writable[];
}

/** Characters of a list that a text does not hold, so that a stand-in is never the author's own; a text that holds all of them is refused for it. */
function unused(list: string, source: string): string[] {
  const free = [...list].filter((each) => !source.includes(each));
  return free.length >= 3 || (list === LETTERS && free.length >= 2) ? free : [...list];
}

function firstText(node: Writable): Writable | undefined {
  let here: Writable | undefined = node;
  while (here && here.type !== "text")
    here =
      here.tagName === "pre" || here.type.startsWith("mdx")
        ? undefined
        : here.children?.find((child) => child.type !== "text" || child.value?.trim() !== "");
  return here;
}

function expressionAt(node: TreeNode | Writable): GuardProblem {
  return {
    code: "mdx-expression",
    message: "Unexpected expression in braces, expected text: content is data and never runs",
    help: "Write `\\{` for a literal brace.",
    node: node as TreeNode,
  };
}

function moduleAt(node: Writable, text: string): GuardProblem {
  return {
    code: "mdx-code",
    message: `Unexpected \`${text.slice(0, 6)}\`, expected text: content is data and never runs`,
    help: "Remove the line, or put it into a code block.",
    node: node as TreeNode,
  };
}

/** Where the nth stand-in of a text node stands in the source. */
function placeIn(text: string, node: Writable, mark: string, nth: number): TreeNode | undefined {
  const start = node.position?.start;
  if (!start) return undefined;
  let at = -1;
  for (let line = 1; line < start.line; line++) at = text.indexOf("\n", at + 1);
  at += start.column - 1;
  for (let seen = 0; seen < nth; seen++) at = text.indexOf(mark, at + 1);
  if (at === -1) return undefined;
  const before = text.slice(0, at).split("\n");
  return { type: "text", position: { start: { line: before.length, column: before.at(-1)!.length + 1 } } };
}

function countOf(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
