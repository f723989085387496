import type { Root, Text } from "mdast";
import remarkGfm from "remark-gfm";
import remarkStringify, { type Options } from "remark-stringify";
import { unified } from "unified";

type Handle = NonNullable<NonNullable<Options["handlers"]>["text"]>;

const writer = unified()
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, {
    bullet: "-",
    bulletOther: "*",
    emphasis: "*",
    strong: "*",
    rule: "-",
    fence: "`",
    fences: true,
    listItemIndent: "one",
    resourceLink: true,
    incrementListMarker: true,
    // In MDX every brace begins an expression and every `<` a tag.
    unsafe: [
      { character: "{", inConstruct: "phrasing" },
      { character: "<", inConstruct: "phrasing" },
    ],
    handlers: { text: writeText },
  })
  .freeze();

/** A tree without raw HTML → text that MDX and GFM read alike: no expression, tag, module or indented code. */
export function writeMdx(tree: Root): string {
  return writer.stringify(tree);
}

/** A paragraph of the top level that begins with `import` or `export` would be a module. */
function writeText(...[node, , state, info]: Parameters<Handle>): string {
  const written = state.safe((node as Text).value, info);
  const atLineStart =
    /^(?:paragraph|headingSetext),phrasing$/.test(state.stack.join()) && /(?:^|\n)$/.test(info.before);
  return atLineStart && /^(?:im|ex)port\b/.test(written)
    ? `&#${written.charCodeAt(0)};${written.slice(1)}`
    : written;
}
