import type { Code } from "./code.ts";

/** Problems of front matter and YAML, before any field is looked at. */
export const YAML_CODES: readonly Code[] = [
  {
    code: "front-matter-missing",
    severity: "error",
    title: "The file does not begin with front matter",
    explanation: `Every MDX entry begins with its fields in YAML between two lines of three hyphens. Nothing may stand before the first one, not even an empty line.

Put the fields first, then the text.`,
    wrong: `# Checkout timeouts

title: Checkout timeouts`,
    right: `---
title: Checkout timeouts
visibility: internal
---`,
    language: "mdx",
  },
  {
    code: "front-matter-unclosed",
    severity: "error",
    title: "The front matter has no end",
    explanation:
      "The fields end with a line of three hyphens and nothing else. Without it the whole text would be read as fields.",
    wrong: `---
title: Checkout timeouts

The checkout timed out.`,
    right: `---
title: Checkout timeouts
---

The checkout timed out.`,
    language: "mdx",
  },
  {
    code: "front-matter-language",
    severity: "error",
    title: "The front matter names a language",
    explanation:
      "Some tools run front matter that is marked as a program. Here contributed content is data: the fields are YAML, and the opening line is three hyphens alone.",
    wrong: `---js
{ title: "Checkout timeouts" }
---`,
    right: `---
title: Checkout timeouts
---`,
    language: "mdx",
  },
  {
    code: "yaml-syntax",
    severity: "error",
    title: "The YAML cannot be read",
    explanation: `The line that is named breaks a rule of YAML: most often a colon or a hash in a text without quotes, a tab as indentation, or a line that is indented unlike its neighbours. The top level must be fields, not a list or a text.

Put the text in double quotes, or indent with spaces.`,
    wrong: "title: Checkout: timeouts at peak",
    right: 'title: "Checkout: timeouts at peak"',
    language: "yaml",
  },
  {
    code: "yaml-duplicate-key",
    severity: "error",
    title: "A field stands twice",
    explanation:
      "Readers of YAML differ on which of the two values counts, so neither can be trusted. Keep one.",
    wrong: `visibility: internal
title: Checkout timeouts
visibility: public`,
    right: `title: Checkout timeouts
visibility: internal`,
    language: "yaml",
  },
  {
    code: "yaml-anchor",
    severity: "error",
    title: "The YAML uses an anchor or alias",
    explanation: `Anchors (\`&name\`) and aliases (\`*name\`) make one line mean many; a short file of them can fill the memory of the machine that reads it. They also hide in a review what a file says.

Write the value out. If it is text, put it in quotes.`,
    wrong: `services: &both [checkout, payments]
layers: *both`,
    right: "services: [checkout, payments]",
    language: "yaml",
  },
  {
    code: "yaml-tag",
    severity: "error",
    title: "The YAML uses a tag",
    explanation:
      "A tag (`!name`) asks the reader to turn a value into something else. Values here are plain: text, numbers, true or false, lists and mappings. Remove the tag, or put the text in quotes.",
    wrong: "title: !important Checkout timeouts",
    right: 'title: "!important Checkout timeouts"',
    language: "yaml",
  },
  {
    code: "yaml-forbidden-key",
    severity: "error",
    title: "A key that no file may use",
    explanation:
      "Keys such as `__proto__`, `constructor` and `<<` have a meaning for programs that read the values, and have been used to attack them. No field has such a name. Remove the key.",
    wrong: `__proto__:
  visibility: public`,
    right: "visibility: internal",
    language: "yaml",
  },
];
