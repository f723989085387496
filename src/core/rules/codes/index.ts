import type { Severity } from "../../diagnostic.ts";
import type { Code } from "./code.ts";
import { FIELD_CODES } from "./field-codes.ts";
import { FILE_CODES } from "./file-codes.ts";
import { LINK_CODES } from "./link-codes.ts";
import { MDX_CODES } from "./mdx-codes.ts";
import { YAML_CODES } from "./yaml-codes.ts";

/** All codes, in the groups of the handbook. */
export const CODE_GROUPS: readonly { readonly title: string; readonly codes: readonly Code[] }[] = [
  { title: "Files", codes: FILE_CODES },
  { title: "Front matter and YAML", codes: YAML_CODES },
  { title: "Fields", codes: FIELD_CODES },
  { title: "Text", codes: MDX_CODES },
  { title: "Links and pictures", codes: LINK_CODES },
];

/** All codes of the product, those of parsing and guarding too. */
export const CODES: readonly Code[] = CODE_GROUPS.flatMap((group) => group.codes);

const byName = new Map(CODES.map((code) => [code.code, code]));

/** The entry of a code in the table. */
export function codeOf(name: string): Code {
  const code = byName.get(name);
  if (!code) throw new Error(`Unexpected code ${name}, expected one of the code table`);
  return code;
}

/** How much a code weighs where no policy says otherwise. */
export function severityOf(name: string): Severity {
  return codeOf(name).severity;
}
