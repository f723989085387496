import type { Code } from "./code.ts";

/** Problems of files as such: name, place, size, encoding. */
export const FILE_CODES: readonly Code[] = [
  {
    code: "file-name",
    severity: "error",
    title: "The file's name is not an id",
    explanation: `The name of a file without its ending is the id of its entry and part of its address, so it must be safe on every disk and in every address: lower-case letters, digits and hyphens, beginning with a letter or digit, at most 81 of them.

Rename the file. If the old name was published, list it under \`aliases\` when it is a valid id, so that its address redirects.`,
    wrong: "content/incidents/2026-03-14 Checkout Timeouts.mdx",
    right: "content/incidents/2026-03-14-checkout-timeouts.mdx",
    language: "text",
  },
  {
    code: "file-type",
    severity: "error",
    title: "The content folder holds something that is no entry",
    explanation: `Below the content folder only the kinds of file that the handbook lists may stand, each in its own folder, and pictures. Symbolic links, devices and folders named like a file are refused: what is published must be what was reviewed, and a link can lead anywhere.

Move the file to its folder, give it the right ending, or keep it outside the content folder. Files whose names begin with a dot, and README.md, are left alone.`,
    wrong: "content/incident/2026-03-14-checkout-timeouts.md",
    right: "content/incidents/2026-03-14-checkout-timeouts.mdx",
    language: "text",
  },
  {
    code: "file-missing",
    severity: "error",
    title: "A file that every content folder needs is not there",
    explanation: `\`site.yaml\` says what this knowledge base is, \`taxonomy.yaml\` holds its closed lists of words, and \`teams.yaml\` its people and teams. Nothing can be linked without them, so the checks that look across files wait until they exist and can be read.

Write the file, or copy the one of the demo content and change it.`,
    wrong: `content/
  taxonomy.yaml
  incidents/`,
    right: `content/
  site.yaml
  taxonomy.yaml
  teams.yaml
  incidents/`,
    language: "text",
  },
  {
    code: "file-empty",
    severity: "error",
    title: "The file is empty",
    explanation: `An entry needs at least its required fields. An empty file is usually one that was created and not yet filled in, or one that a full disk cut off.

Fill it in, or delete it.`,
    wrong: "content/incidents/2026-03-14-checkout-timeouts.mdx   (0 bytes)",
    right: `content/incidents/2026-03-14-checkout-timeouts.mdx   (begins with its fields)

---
title: Checkout pool is exhausted
visibility: internal
---`,
    language: "text",
  },
  {
    code: "file-too-large",
    severity: "error",
    title: "The file is larger than a text that somebody wrote",
    explanation: `A single entry may have 512 KiB, a YAML log 4 MiB and a picture 16 MiB. The limit is checked before any parser sees the file, because some inputs take a parser minutes.

Move pasted logs to where they can be searched and link to them as evidence; split a change log by month; make the picture smaller.`,
    wrong: "content/incidents/2026-03-14-checkout-timeouts.mdx   (1,900 KiB, with a pasted log)",
    right: "content/incidents/2026-03-14-checkout-timeouts.mdx   (9 KiB, with a link to the log)",
    language: "text",
  },
  {
    code: "file-encoding",
    severity: "error",
    title: "The file is not plain UTF-8 text",
    explanation: `Text must be UTF-8 and hold no control characters besides line ends and tabs. Other bytes would be shown differently on every machine, or would break feeds and search.

Save the file as UTF-8 in your editor; remove the character that is named.`,
    wrong: "title: Ausfall der Bestellannahme f\\xFCr 12 Minuten",
    right: "title: Ausfall der Bestellannahme für 12 Minuten",
    language: "text",
  },
  {
    code: "line-too-long",
    severity: "error",
    title: "A line is longer than 20,000 characters",
    explanation: `Lines of that length are pasted machine output, not text, and they slow down or crash what reads them.

Break the line, or link to the output as evidence instead of pasting it.`,
    wrong: '{"level":"error","message":"…"}{"level":"error","message":"…"} … 20,001 characters',
    right: '{"level":"error","message":"…"}',
    language: "text",
  },
  {
    code: "nesting-too-deep",
    severity: "error",
    title: "Quotes, lists, brackets or tags stand too deep in each other",
    explanation: `A few hundred nested quotes are enough to crash a Markdown parser, so the depth is limited before any parser sees the text. No text that is meant to be read comes near the limit.

Flatten the text, or put the sample into a code block that is not nested.`,
    wrong: ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>> text",
    right: "> text",
    language: "mdx",
  },
  {
    code: "too-many-keys",
    severity: "error",
    title: "One mapping has more keys than anybody wrote by hand",
    explanation: `Very large mappings take a YAML parser minutes, so one mapping may have 400 keys, and brackets 400 parts.

Write long data as a list with one entry per line, or split the file.`,
    wrong: "labels: {a1: 1, a2: 1, a3: 1, … }",
    right: `labels:
  - name: a1
  - name: a2`,
    language: "yaml",
  },
  {
    code: "image-type",
    severity: "error",
    title: "This is not a picture of the content folder",
    explanation: `Pictures must lie in the content folder as png, jpg, webp, avif or gif, and their first bytes must say the same as the ending of their name. Pictures from other hosts are not shown because opening the page would then tell that host who reads it: with https they become links, without they are refused. Other files are refused because an address in an image once ran as code.

Copy the picture into the content folder under its true ending, or make it a link.`,
    wrong: "![Latency](../scripts/latency.mjs)",
    right: "![Latency of the checkout, 17:30 to 18:30](../images/2026-03-14-latency.png)",
    language: "mdx",
  },
];
