/** Values that a front matter may hold. */
export type FrontMatterValue =
  | string
  | number
  | boolean
  | readonly FrontMatterValue[]
  | { readonly [name: string]: FrontMatterValue | undefined };

/** Fields → YAML, one way for one value, so that the same import writes the same bytes. */
export function writeFrontMatter(fields: { readonly [name: string]: FrontMatterValue | undefined }): string {
  return `---\n${mapping(fields, 0)}---\n`;
}

/** Fields → a YAML file of its own. */
export function writeYaml(fields: { readonly [name: string]: FrontMatterValue | undefined }): string {
  return mapping(fields, 0);
}

function mapping(fields: { readonly [name: string]: FrontMatterValue | undefined }, depth: number): string {
  let yaml = "";
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined) yaml += `${"  ".repeat(depth)}${name}:${after(value, depth)}`;
  return yaml;
}

/** What stands behind a name: a value on the same line, or a block below. */
function after(value: FrontMatterValue, depth: number): string {
  if (Array.isArray(value)) return value.length === 0 ? " []\n" : `\n${sequence(value, depth + 1)}`;
  if (typeof value === "object")
    return `\n${mapping(value as { [name: string]: FrontMatterValue }, depth + 1)}`;
  return ` ${scalar(value as string | number | boolean)}\n`;
}

function sequence(items: readonly FrontMatterValue[], depth: number): string {
  const indent = "  ".repeat(depth);
  return items
    .map((item) => {
      if (typeof item !== "object") return `${indent}- ${scalar(item)}\n`;
      return `${indent}- ${mapping(item as { [name: string]: FrontMatterValue }, depth + 1).slice(indent.length + 2)}`;
    })
    .join("");
}

function scalar(value: string | number | boolean): string {
  if (typeof value !== "string") return String(value);
  return isPlain(value) ? value : JSON.stringify(value);
}

/** Text that YAML reads as itself without quotes, in whichever version. */
function isPlain(text: string): boolean {
  if (/^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)) return true;
  return (
    /^[A-Za-z][A-Za-z0-9 _./()+-]*$/.test(text) &&
    !/\s$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
  );
}
