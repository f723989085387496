import { type Input, runbook, runbookField } from "../input.ts";

const DEEP = "nesting-too-deep";
const many = (count: number, line: (at: number) => string, between = "\n") =>
  Array.from({ length: count }, (_, at) => line(at)).join(between);

/** Files that are small and kill a parser that follows them. Each crashed or stopped one that we use, or would. */
export const nestingInputs: readonly Input[] = [
  runbook("464 quotes", ">".repeat(464), `8:1 ${DEEP}`),
  runbook("quotes with spaces", "> ".repeat(464), `8:1 ${DEEP}`),
  runbook("quotes and lists by turns", "> - ".repeat(40), `8:1 ${DEEP}`),
  runbook("lists in lists on one line", "- ".repeat(200), `8:1 ${DEEP}`),
  runbook(
    "lists in lists on many lines",
    many(60, (at) => `${"  ".repeat(at)}- a`),
    `56:1 ${DEEP}`,
  ),
  runbook(
    "numbered lists in lists",
    many(60, (at) => `${"   ".repeat(at)}1. a`),
    `40:1 ${DEEP}`,
  ),
  runbook("brackets on one line", "[".repeat(5_000), `8:1 ${DEEP}`),
  runbook("brackets on many lines", "[\n".repeat(5_000), `56:1 ${DEEP}`),
  runbook("parentheses", `[a](${"(".repeat(5_000)}`, `8:1 ${DEEP}`),
  runbook("pictures in pictures", "![".repeat(5_000), `8:1 ${DEEP}`),
  runbook("braces on one line", "{".repeat(5_000), `8:1 ${DEEP}`),
  runbook("braces over empty lines", "{\n\n".repeat(5_000), `104:1 ${DEEP}`),
  runbook("braces in a comment of a program", `{/*${"{\n".repeat(5_000)}*/}`, `55:1 ${DEEP}`),
  runbook("signs before a number", `{${"!".repeat(15_000)}1}`, "8:1 mdx-expression"),
  runbook("signs on many lines", `{\n${"!\n".repeat(150_000)}1}`, "8:1 mdx-expression"),
  runbook("questions on many lines", `{a${"?a\n".repeat(80_000)}}`, "8:1 mdx-expression"),
  runbook("arrows on many lines", `{${"a=>\n".repeat(60_000)}1}`, "8:1 mdx-expression"),
  runbook("types that are tried again and again", `{${"<T>".repeat(20)}1}`, "8:59 mdx-syntax"),
  runbook(
    "conditions in an export",
    `export function f() {\n${"if(a)\n".repeat(60_000)}b}`,
    "8:1 mdx-code",
    "8:21 mdx-expression",
  ),
  runbook("labels in an export", `export const a =\n${"a=>\n".repeat(60_000)}1`, "8:1 mdx-code"),
  runbook(
    "signs in an attribute",
    `<Callout title={${"!".repeat(15_000)}1}>x</Callout>`,
    "8:1 mdx-expression",
  ),
  runbook("signs in a spread", `<Callout {...${"!".repeat(15_000)}a}>x</Callout>`, "8:1 mdx-spread"),
  runbook("components in components", "<Callout>\n".repeat(5_000), `32:1 ${DEEP}`),
  runbook("components on one line", "<Callout>".repeat(2_000), `8:1 ${DEEP}`),
  runbook("fragments", "<>".repeat(5_000), `8:1 ${DEEP}`),
  runbook("a run of emphasis", `${"*".repeat(5_000)}a${"*".repeat(5_000)}`, `8:1 ${DEEP}`),
  runbook(
    "emphasis in emphasis",
    `${"**a\n".repeat(2_000)}x${"a**\n".repeat(2_000)}`,
    `126:3 ${DEEP}`,
    `127:1 ${DEEP}`,
    `3888:4 ${DEEP}`,
  ),
  runbook(
    "a table with a row for each column",
    `|${"a|".repeat(4_000)}\n|${"-|".repeat(4_000)}\n${"a\n".repeat(20_000)}`,
    `18:1 ${DEEP}`,
  ),
  runbook(
    "a hundred thousand character references",
    many(7, () => "&amp;".repeat(3_900)),
    `9:1 ${DEEP}`,
  ),
  runbook(
    "ten thousand links",
    many(1_000, () => "[a](b)".repeat(10)),
    `208:1 ${DEEP}`,
  ),
  runbook("a list of a hundred thousand items is long, not deep", "- a\n".repeat(100_000)),
  runbook("brackets in code", `\`\`\`json\n${"[".repeat(5_000)}\n\`\`\``, `9:1 ${DEEP}`),
  runbookField("brackets of YAML", "owner: payments", `owner: ${"[".repeat(5_000)}`, `4:23 ${DEEP}`),
  runbookField(
    "brackets of YAML behind an apostrophe",
    "owner: payments",
    `owner: [it's, ${"[".repeat(5_000)}, it's]`,
    `4:29 ${DEEP}`,
  ),
  runbookField(
    "mappings of YAML on one line",
    "owner: payments",
    `owner: ${"{a: ".repeat(4_000)}`,
    `4:65 ${DEEP}`,
  ),
  runbookField(
    "lists of YAML on one line",
    "owner: payments",
    `owner:\n  ${"- ".repeat(5_000)}a`,
    `5:33 ${DEEP}`,
  ),
  runbookField(
    "mappings of YAML on many lines",
    "owner: payments",
    `owner:\n${many(200, (at) => `${" ".repeat(at + 1)}a:`)}`,
    `19:16 ${DEEP}`,
  ),
  runbookField(
    "blank lines without end",
    "owner: payments",
    `owner:${"\n".repeat(400_000)} payments`,
    "4:1 line-too-long",
  ),
  runbookField("keys that are keys", "owner: payments", `${"? ".repeat(5_000)}a`, `4:32 ${DEEP}`),
  runbookField(
    "a thousand keys",
    "owner: payments",
    many(1_000, (at) => `k${at}: 1`),
    "402:1 too-many-keys",
  ),
  runbookField(
    "a thousand keys in braces",
    "owner: payments",
    `owner: { ${many(1_000, (at) => `k${at}: 1`, ", ")} }`,
    "4:3500 too-many-keys",
  ),
  runbookField(
    "twenty thousand keys over lines, in braces, behind an apostrophe",
    "owner: payments",
    `owner:\n  { a: it's,\n${many(20_000, (at) => `  k${at}: 1`, ",\n")} }`,
    "405:3 too-many-keys",
  ),
  {
    name: "a hundred thousand keys in a log",
    at: "on-call/2026-1*.yaml",
    bytes: many(90_000, (at) => `k${at}: 1`),
    says: ["401:1 too-many-keys"],
  },
];
