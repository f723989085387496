import { nearest } from "../suggestion.ts";
import { judgeAddress } from "./address.ts";
import { COMPONENTS } from "./components/index.ts";
import type { GuardProblem, TreeNode } from "./guard-tree.ts";
import { quotedShort } from "./quoted-short.ts";

/** Adds what is wrong with a component: its name, its place, its attributes. */
export function guardComponent(node: TreeNode, parent: string | undefined, problems: GuardProblem[]): void {
  const name = node.name ?? "";
  const component = COMPONENTS.get(name);
  if (!component) {
    const known = [...COMPONENTS.keys()];
    const guess = nearest(name, known);
    const html = /^[a-z]/.test(name) || name === "";
    problems.push({
      code: html ? "mdx-html" : "mdx-component",
      message: html
        ? `Unexpected HTML tag \`<${name}>\`, expected Markdown`
        : `Unexpected component \`<${name}>\``,
      help: guess
        ? `Did you mean \`<${guess}>\`?`
        : `The components are ${known.join(", ")}; a literal \`<\` is written \`\\<\`.`,
      node,
    });
    return;
  }
  if (component.within && parent !== component.within)
    problems.push({
      code: "mdx-component",
      message: `Unexpected \`<${name}>\` here, expected it in \`<${component.within}>\``,
      node,
    });
  const given = new Set<string>();
  for (const attribute of node.attributes ?? []) {
    if (attribute.type !== "mdxJsxAttribute" || attribute.name === undefined) {
      problems.push({
        code: "mdx-spread",
        message: `Unexpected spread in \`<${name}>\`, expected attributes with text`,
        node,
      });
      continue;
    }
    const rule = Object.hasOwn(component.attributes, attribute.name)
      ? component.attributes[attribute.name]
      : undefined;
    const value = attribute.value;
    const attributeProblem = (message: string, help?: string) =>
      problems.push({ code: "mdx-attribute", message, ...(help ? { help } : {}), node });
    if (!rule) {
      const guess = nearest(attribute.name, Object.keys(component.attributes));
      attributeProblem(
        `Unexpected attribute \`${attribute.name}\` of \`<${name}>\``,
        guess ? `Did you mean \`${guess}\`?` : undefined,
      );
    } else if (given.has(attribute.name))
      attributeProblem(`Unexpected second \`${attribute.name}\` of \`<${name}>\``);
    else if (typeof value !== "string") {
      if (value === null || value === undefined)
        attributeProblem(`Expected a text for \`${attribute.name}\` of \`<${name}>\``);
      else
        problems.push({
          code: "mdx-expression",
          message: `Unexpected expression in \`${attribute.name}\` of \`<${name}>\`, expected a text in quotes`,
          node,
        });
    } else if (rule.values && !rule.values.includes(value)) {
      const guess = nearest(value, rule.values);
      attributeProblem(
        `Unexpected ${quotedShort(value)} in \`${attribute.name}\`, expected one of ${rule.values.join(", ")}`,
        guess ? `Did you mean \`${guess}\`?` : undefined,
      );
    } else if (rule.address) {
      const judged = judgeAddress(value);
      if (judged.kind !== "external")
        problems.push({
          code: "mdx-address",
          message: `Unexpected address ${quotedShort(value)}: it ${judged.kind === "refused" ? judged.reason : "is not a web address"}`,
          node,
        });
    }
    given.add(attribute.name);
  }
  for (const [attribute, rule] of Object.entries(component.attributes))
    if (rule.required && !given.has(attribute))
      problems.push({ code: "mdx-attribute", message: `Expected \`${attribute}\` in \`<${name}>\``, node });
}
