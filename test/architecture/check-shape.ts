import ts from "typescript";
import { lineOf, type Source } from "./source.ts";

const longest = 200;

/** Files that may be longer than the rest, each with its reason. */
export const longFiles: Readonly<Record<string, string>> = {
  "src/adapters/github/apply-plan.ts":
    "one file has all that writes to GitHub, so that it can be read at once",
};

/** Where the house's shape is left: names, folders, length, default exports, barrels; each as `file:line: sentence`. */
export function checkShape(
  source: Source,
  mayBeLong: Readonly<Record<string, string>> = longFiles,
): string[] {
  return [
    ...checkNames(source.path),
    ...checkLength(source, mayBeLong),
    ...source.code.statements
      .filter(isDefaultExport)
      .map((statement) => at(source, statement, "default export: give it a name")),
    ...checkBarrel(source),
  ];
}

function checkNames(path: string): string[] {
  const folders = path.split("/");
  const file = folders.pop() ?? "";
  const vague = folders.find((folder) => /^(utils?|helpers?|common|lib|shared|misc)$/.test(folder));
  return [
    ...(isGoodName(file) ? [] : [`${path}:1: the file's name is not kebab-case`]),
    ...(vague ? [`${path}:1: a folder named ${vague} says nothing: name what is in it`] : []),
  ];
}

/** Kebab-case, Astro's `[parameter]` and `[...rest]`, and components called as they are used. */
function isGoodName(file: string): boolean {
  const stem = file.split(".astro")[0] ?? file;
  if (file.endsWith(".astro") && /^[A-Z][A-Za-z0-9]*$/.test(stem)) return true;
  return /^_?\[?(\.\.\.)?[a-z0-9]+(-[a-z0-9]+)*\]?(\.[a-z0-9]+(-[a-z0-9]+)*)*$/.test(file);
}

function checkLength({ path, text }: Source, mayBeLong: Readonly<Record<string, string>>): string[] {
  const lines = text.trimEnd().split("\n").length;
  if (path.startsWith("test/") || lines <= longest || path in mayBeLong) return [];
  return [
    `${path}:${lines}: ${lines} lines, at most ${longest}: one idea each, or name it in longFiles with a reason`,
  ];
}

function isDefaultExport(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return !statement.isExportEquals;
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  )
    return statement.exportClause.elements.some((element) => element.name.text === "default");
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)
  );
}

/** A barrel passes on what others export and adds nothing; `export *` hides what it passes on. */
function checkBarrel(source: Source): string[] {
  const { statements } = source.code;
  const passesOn = statements.filter(
    (one) => ts.isExportDeclaration(one) && one.moduleSpecifier !== undefined,
  );
  const star = passesOn.find((one) => ts.isExportDeclaration(one) && !one.exportClause);
  if (star) return [at(source, star, "`export *` hides what is exported: import from the file itself")];
  const first = passesOn[0];
  const onlyPasses = statements.every((one) => ts.isImportDeclaration(one) || ts.isExportDeclaration(one));
  return first && onlyPasses ? [at(source, first, "a barrel: import from the files themselves")] : [];
}

function at({ path, code }: Source, node: ts.Node, problem: string): string {
  return `${path}:${lineOf(code, node)}: ${problem}`;
}
