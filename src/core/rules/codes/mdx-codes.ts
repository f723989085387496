import type { Code } from "./code.ts";

/** Problems of bodies: content is text and never a program. */
export const MDX_CODES: readonly Code[] = [
  {
    code: "mdx-syntax",
    severity: "error",
    title: "The markup cannot be read",
    explanation:
      "Most often a `<` that was meant as a sign, or a component that was opened and not closed. A literal `<` is written `\\<`, or stands in a code span.",
    wrong: "Latency rose when the pool had <5 free connections.",
    right: "Latency rose when the pool had \\<5 free connections.",
    language: "mdx",
  },
  {
    code: "mdx-code",
    severity: "error",
    title: "An import or export",
    explanation:
      "In MDX these lines are program code. Contributed content is data here and nothing of it ever runs. Remove the line; the listed components need no import. To show such a line, put it into a code block.",
    wrong: `import Chart from "./chart.js"

<Chart />`,
    right: "![Latency of the checkout](../images/latency.png)",
    language: "mdx",
  },
  {
    code: "mdx-expression",
    severity: "error",
    title: "An expression in braces",
    explanation:
      "In MDX braces hold program code. Contributed content is data here and nothing of it ever runs. A literal brace is written `\\{`, or stands in a code span.",
    wrong: "The template was {{ .Values.replicas }}.",
    right: "The template was `{{ .Values.replicas }}`.",
    language: "mdx",
  },
  {
    code: "mdx-spread",
    severity: "error",
    title: "Spread attributes of a component",
    explanation:
      "Attributes of components are texts in quotes, written one by one. `{...x}` would be a program.",
    wrong: "<Callout {...options}>Ask first.</Callout>",
    right: '<Callout kind="warning">Ask first.</Callout>',
    language: "mdx",
  },
  {
    code: "mdx-component",
    severity: "error",
    title: "A component that does not exist, or not here",
    explanation:
      "Only the listed components may be used, some of them only inside another one. The message names what is known.",
    wrong: "<Warning>Ask first.</Warning>",
    right: '<Callout kind="warning">Ask first.</Callout>',
    language: "mdx",
  },
  {
    code: "mdx-attribute",
    severity: "error",
    title: "An attribute that the component does not have, or lacks",
    explanation:
      "Each component has a short list of attributes; some are required, some take one of a few words. Event handlers and styles do not exist.",
    wrong: '<Callout onclick="go()">Ask first.</Callout>',
    right: '<Callout kind="warning">Ask first.</Callout>',
    language: "mdx",
  },
  {
    code: "mdx-html",
    severity: "error",
    title: "Raw HTML in the text",
    explanation:
      "Raw HTML could bring scripts and foreign addresses into the page. Write Markdown or one of the listed components. A literal `<` is written `\\<`; comments are left out altogether.",
    wrong: "Press <b>Deploy</b>.<br>",
    right: "Press **Deploy**.",
    language: "mdx",
  },
  {
    code: "mdx-address",
    severity: "error",
    title: "An address that no page may carry",
    explanation:
      "Links lead to https, http or mailto addresses, to other entries, or to headings. Other schemes can run programs in the reader's browser; addresses that begin with `//`, hold a backslash or invisible characters pretend to be what they are not.",
    wrong: "[dashboard](javascript:open)",
    right: "[dashboard](https://dashboards.example.com/checkout)",
    language: "mdx",
  },
];
