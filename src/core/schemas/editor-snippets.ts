import { editorSchemas } from "./editor-schemas.ts";
import { KINDS, type Kind } from "./kinds.ts";

/** Path of the snippets in a folder that VS Code opens. */
export const SNIPPETS_FILE = ".vscode/tidemark.code-snippets";

/**
 * Every field of the front matter of MDX files as a completion for VS Code, whose YAML extension does not look into them:
 * its name, its words where the schema lists them, and its line of documentation; generated, never edited.
 */
export function editorSnippets(): string {
  const schemas = editorSchemas();
  const kinds = (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].at.endsWith(".mdx"));
  const rows = kinds.flatMap((kind) =>
    fieldsOf(JSON.parse(schemas.get(`${kind}.schema.json`)!) as Node, kind).map(snippet),
  );
  return `${JSON.stringify(Object.fromEntries(rows), undefined, 2)}\n`;
}

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly (string | number | boolean)[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
}

interface Field {
  readonly path: string;
  readonly key: string;
  readonly node: Node;
}

function fieldsOf(node: Node, path: string): Field[] {
  const own = Object.entries(node.properties ?? {}).flatMap(([key, value]) => [
    { path: `${path}.${key}`, key, node: value },
    ...fieldsOf(value, `${path}.${key}`),
  ]);
  const within = [node.items, ...(node.anyOf ?? [])].filter((each) => each !== undefined);
  return [...own, ...within.flatMap((each) => fieldsOf(each, path))];
}

function snippet({ path, key, node }: Field): [name: string, snippet: object] {
  const description = `${path}: ${node.description ?? ""}`;
  return [path, { scope: "mdx,yaml", prefix: key, body: bodyOf(key, node), description }];
}

function bodyOf(key: string, node: Node): string {
  if (node.type === "array") return `${key}:\n  - ${placeFor(node.items ?? {})}`;
  return node.type === "object" ? `${key}:\n  $1` : `${key}: ${placeFor(node)}`;
}

function placeFor(node: Node): string {
  const words = node.enum ?? (node.type === "boolean" ? [true, false] : []);
  return words.length === 0
    ? "$1"
    : `\${1|${words.map((word) => String(word).replace(/[,|\\$}]/g, "\\$&")).join(",")}|}`;
}
