import type { Severity } from "../../diagnostic.ts";
import type { Code } from "./code.ts";
import { DIAGRAM_CODES } from "./diagram-codes.ts";
import { FIELD_CODES } from "./field-codes.ts";
import { FILE_CODES } from "./file-codes.ts";
import { ID_CODES } from "./id-codes.ts";
import { INCIDENT_CODES } from "./incident-codes.ts";
import { ITEM_CODES } from "./item-codes.ts";
import { LINK_CODES } from "./link-codes.ts";
import { MDX_CODES } from "./mdx-codes.ts";
import { POSTMORTEM_CODES } from "./postmortem-codes.ts";
import { REFERENCE_CODES } from "./reference-codes.ts";
import { RUNBOOK_CODES } from "./runbook-codes.ts";
import { SERVICE_CODES } from "./service-codes.ts";
import { TIMELINE_CODES } from "./timeline-codes.ts";
import { YAML_CODES } from "./yaml-codes.ts";

/** All codes, in the groups of the handbook. */
export const CODE_GROUPS: readonly { readonly title: string; readonly codes: readonly Code[] }[] = [
  { title: "Files", codes: FILE_CODES },
  { title: "Front matter and YAML", codes: YAML_CODES },
  { title: "Fields", codes: FIELD_CODES },
  { title: "Text", codes: MDX_CODES },
  { title: "Links and pictures", codes: LINK_CODES },
  { title: "Diagrams", codes: DIAGRAM_CODES },
  { title: "Ids", codes: ID_CODES },
  { title: "References", codes: REFERENCE_CODES },
  { title: "Incidents", codes: INCIDENT_CODES },
  { title: "Timelines and updates", codes: TIMELINE_CODES },
  { title: "Postmortems", codes: POSTMORTEM_CODES },
  { title: "Action items", codes: ITEM_CODES },
  { title: "Runbooks", codes: RUNBOOK_CODES },
  { title: "Services, alerts and escalation", codes: SERVICE_CODES },
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
