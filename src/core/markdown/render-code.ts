import { escapeHtml } from "./escape-html.ts";
import type { TreeNode } from "./guard-tree.ts";
import { highlight } from "./highlight.ts";
import { textOf } from "./text-of.ts";

/** A code block → HTML with token classes. */
export function renderCode(pre: TreeNode): string {
  const code = pre.children?.find((child) => child.tagName === "code");
  const name = Array.isArray(code?.properties?.className)
    ? String(code.properties.className[0] ?? "").replace(/^language-/, "")
    : "";
  const language = /^[\w+#.-]{1,30}$/.test(name) ? name : undefined;
  const text = textOf(code ?? pre);
  return `<pre class="code" tabindex="0"><code${language ? ` class="language-${escapeHtml(language.toLowerCase())}"` : ""}>${highlight(text, language)}</code></pre>`;
}
