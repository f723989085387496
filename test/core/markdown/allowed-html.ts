import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Elements that a body may become, with their attributes besides class, id, title and aria. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    "p h2 h3 h4 h5 h6 em strong del ul li blockquote thead tbody tr th td br hr sup section aside div details summary span figure table code"
      .split(" ")
      .map((name) => [name, []]),
  ),
  a: ["href", "rel"],
  img: ["src", "alt", "width", "height", "loading", "decoding"],
  ol: ["start"],
  input: ["type", "checked", "disabled"],
  pre: ["tabindex"],
  div: ["tabindex", "role"],
  details: ["open"],
  time: ["datetime"],
  li: ["data-kind"],
};
const EVERYWHERE = ["class", "id", "title", "aria-label", "aria-hidden"];

/** What stands in HTML that may not: elements, attributes, addresses, comments, ids that stand twice. */
export function notAllowedIn(html: string): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  const visit = (node: Node): void => {
    if (node.nodeName === "#comment") problems.push("comment");
    if (!("tagName" in node)) return;
    const allowed = ALLOWED[node.tagName];
    if (!allowed) problems.push(`<${node.tagName}>`);
    for (const { name, value } of node.attrs) {
      if (!EVERYWHERE.includes(name) && !allowed?.includes(name)) problems.push(`${node.tagName} ${name}`);
      if (
        ["href", "src"].includes(name) &&
        !/^(?:https?:\/\/[^/]|mailto:|\/|#|\.\.?\/|[\w%][^:]*$)/i.test(value)
      )
        problems.push(`${name}=${value}`);
      if (name === "id" && ids.has(value)) problems.push(`id ${value} twice`);
      if (name === "id") ids.add(value);
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parseFragment(html).childNodes) visit(node);
  return problems;
}

/** The text that a reader sees in HTML. */
export function textIn(html: string): string {
  const read = (node: Node): string =>
    "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(read).join("") : "";
  return parseFragment(html).childNodes.map(read).join("");
}
