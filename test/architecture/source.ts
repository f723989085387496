import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** One file as the architecture sees it: its path from the project's root, its text, and its code as a tree. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly code: ts.SourceFile;
}

/** One import of any spelling, types included. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** Parses a file; of an `.astro` file, the front matter and the scripts, at the lines where they stand. */
export function sourceOf(path: string, text: string): Source {
  const code = path.endsWith(".astro") ? codeOfAstro(text) : text;
  return {
    path,
    text,
    code: ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS),
  };
}

/** Every source file under some folders of the project, in a stable order. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders
    .flatMap((folder) => filesUnder(root, folder))
    .filter((path) => /\.(ts|mjs|js|astro)$/.test(path))
    .sort()
    .map((path) => sourceOf(path, readFileSync(join(root, path), "utf8")));
}

/** All imports of a file: declarations, re-exports, `import()`, `require()` and types named by `import("…")`. */
export function importsOf({ code }: Source): Import[] {
  const found: Import[] = [];
  visit(code, (node) => {
    const specifier = specifierOf(node);
    if (specifier) found.push({ specifier: specifier.text, line: lineOf(code, specifier) });
  });
  return found;
}

/** Calls a function for a node and all nodes inside it. */
export function visit(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => visit(child, look));
}

/** The line of a node, from 1. */
export function lineOf(code: ts.SourceFile, node: ts.Node): number {
  return code.getLineAndCharacterOfPosition(node.getStart(code)).line + 1;
}

function specifierOf(node: ts.Node): ts.StringLiteralLike | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return literal(node.moduleSpecifier);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return literal(node.argument.literal);
  if (!ts.isCallExpression(node)) return undefined;
  const loads =
    node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
  return loads ? literal(node.arguments[0]) : undefined;
}

function literal(node: ts.Node | undefined): ts.StringLiteralLike | undefined {
  return node && ts.isStringLiteralLike(node) ? node : undefined;
}

/** Blanks everything that is markup, so that lines keep their numbers. */
function codeOfAstro(text: string): string {
  const kept = text.split("\n").map(() => "");
  const keep = (start: number, part: string) => {
    const first = text.slice(0, start).split("\n").length - 1;
    for (const [index, line] of part.split("\n").entries()) kept[first + index] += line;
  };
  const frontMatter = /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text);
  if (frontMatter) keep(frontMatter[0].indexOf("---") + 4, frontMatter[1] ?? "");
  for (const script of text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g))
    keep(script.index + script[0].indexOf(">") + 1, script[1] ?? "");
  return kept.join("\n");
}

function filesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
}
