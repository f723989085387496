import { escapeHtml } from "../markdown/escape-html.ts";
import { highlight } from "../markdown/highlight.ts";
import type { Code } from "../rules/codes/code.ts";
import { CODE_GROUPS } from "../rules/codes/index.ts";
import type { Shown } from "./shown.ts";
import { href, type ViewContext } from "./view-context.ts";

/** The page of one code of a problem. */
export interface ErrorView {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  /** What it means and what to do, each paragraph with its code marked up. */
  readonly paragraphsHtml: readonly string[];
  readonly wrongHtml: string;
  readonly rightHtml: string;
}

/** The page of all codes. */
export interface ErrorListView {
  readonly groups: readonly {
    readonly title: string;
    readonly codes: readonly (Shown & { readonly severity: string })[];
  }[];
}

/** The page of one code. */
export function errorView(code: Code): ErrorView {
  const shownCode = (text: string) =>
    `<pre class="code" tabindex="0"><code class="language-${escapeHtml(code.language)}">${highlight(text, code.language === "mdx" ? "yaml" : code.language)}</code></pre>`;
  return {
    code: code.code,
    severity: code.severity,
    title: code.title,
    paragraphsHtml: code.explanation.split(/\n\s*\n/).map((paragraph) => withCode(paragraph.trim())),
    wrongHtml: shownCode(code.wrong),
    rightHtml: shownCode(code.right),
  };
}

/** What stands between backticks → code. */
function withCode(text: string): string {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join("");
}

/** The page of all codes, in the groups of the handbook. */
export function errorListView(context: ViewContext): ErrorListView {
  return {
    groups: CODE_GROUPS.map(({ title, codes }) => ({
      title,
      codes: codes.map((code) => ({
        id: code.code,
        title: code.title,
        severity: code.severity,
        url: href(context, `/errors/${code.code}/`),
      })),
    })),
  };
}
