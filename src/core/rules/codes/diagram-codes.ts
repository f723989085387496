import type { Code } from "./code.ts";

/** Problems of diagrams, code blocks in the language `mermaid`. */
export const DIAGRAM_CODES: readonly Code[] = [
  {
    code: "diagram-words",
    severity: "error",
    title: "A diagram without words for those who cannot see it",
    explanation:
      "A drawing is read aloud by these words, found by them, and understood by them when it is too small to read. `accTitle` is one line, which stands under the drawing; `accDescr` says in a sentence or two what it shows, and may run over several lines between braces. Kinds of diagram that do not know the two take them as comments: `%% accTitle: …`.",
    wrong: "```mermaid\nflowchart LR\n  checkout --> payments\n```",
    right:
      "```mermaid\nflowchart LR\n  accTitle: What the checkout needs\n  accDescr: The checkout calls payments.\n  checkout --> payments\n```",
    language: "mdx",
  },
  {
    code: "diagram-code",
    severity: "error",
    title: "A diagram that does more than draw",
    explanation:
      "A diagram is a picture: it holds shapes, lines and words. Clicks, links, directives, front matter, HTML, foreign pictures and styles of its own are refused, for they could run something, lead anywhere, or not be readable in the dark. Links stand in the text around the diagram; colours are the site's.",
    wrong:
      '```mermaid\nflowchart LR\n  accTitle: What the checkout needs\n  checkout --> payments\n  click payments href "https://pay.example.com"\n```',
    right: "```mermaid\nflowchart LR\n  accTitle: What the checkout needs\n  checkout --> payments\n```",
    language: "mdx",
  },
  {
    code: "diagram-syntax",
    severity: "error",
    title: "A diagram that cannot be read",
    explanation:
      "The line is not one that mermaid understands in this kind of diagram, or the kind itself is not known. The message repeats the line, the help what mermaid expected there. Words with brackets, quotes or the word `end` in them are written in double quotes.",
    wrong:
      "```mermaid\nflowchart LR\n  accTitle: What the checkout needs\n  checkout --> payments (cards)\n```",
    right:
      '```mermaid\nflowchart LR\n  accTitle: What the checkout needs\n  checkout --> payments["payments (cards)"]\n```',
    language: "mdx",
  },
  {
    code: "diagram-missing",
    severity: "warning",
    title: "A diagram that is not drawn yet",
    explanation:
      "Drawings are kept in the content folder under `diagrams/`, so that a site can be built without a browser and is the same bytes everywhere. `tidemark diagrams` draws what is missing and removes what no diagram needs any more; commit what it made together with the text. Until then readers see the source of the diagram.",
    wrong: "content/postmortems/2026-03-14-checkout-timeouts.mdx",
    right:
      "content/postmortems/2026-03-14-checkout-timeouts.mdx\ncontent/diagrams/0a4d55a8d778e5022fab701977c5d840.svg",
    language: "text",
  },
];
