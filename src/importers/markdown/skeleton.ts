import { SCHEMA_VERSION } from "../../core/schemas/schema-version.ts";
import { starterTaxonomy } from "../../core/starter/starter-taxonomy.ts";
import { UNASSIGNED_SERVICE, UNRATED } from "./incident-record.ts";
import { type FrontMatterValue, writeFrontMatter, writeYaml } from "./write-front-matter.ts";

/** A file of a content folder. */
export interface SkeletonFile {
  readonly path: string;
  readonly text: string;
}

/** People whom a teams.yaml of ours names. */
export interface SkeletonPerson {
  readonly handle: string;
  readonly role: string;
}

const TEAM = "unassigned";
const OURS = "# Written by `tidemark import`, digest ";

/** The files that a content folder cannot do without, for one that has none of them. */
export function skeletonFiles(name: string, zone: string | undefined, url?: string): SkeletonFile[] {
  const site = {
    schemaVersion: SCHEMA_VERSION,
    name,
    url: url ?? "https://knowledge.example.org/",
    ...(zone === undefined ? {} : { timeZone: zone }),
  };
  return [
    {
      path: "site.yaml",
      text: `# Say here what this knowledge base is called and where it is published.\n${writeYaml(site)}`,
    },
    {
      path: "taxonomy.yaml",
      text: `# The closed lists of words; change them as you like.\n${writeYaml(starterTaxonomy(UNRATED))}`,
    },
  ];
}

/** The teams.yaml of an import: one team, and whoever owns a follow-up; its digest tells a later import whether somebody edited it. */
export function skeletonTeams(
  people: readonly SkeletonPerson[],
  digest: (text: string) => string,
): SkeletonFile {
  const rows = [...people]
    .sort((a, b) => (a.handle < b.handle ? -1 : 1))
    .map(({ handle, role }): FrontMatterValue => ({ handle, role }));
  const team = { id: TEAM, name: "Not yet assigned", description: "Owns what an import could not assign" };
  const yaml = writeYaml({ people: rows, teams: [team] });
  return {
    path: "teams.yaml",
    text: `${OURS}${digest(yaml)}: edit it freely, later imports then leave it alone.\n${yaml}`,
  };
}

/** Whether a teams.yaml is as an import wrote it. */
export function isOwnTeams(text: string, digest: (text: string) => string): boolean {
  const [first = "", ...rest] = text.replaceAll("\r\n", "\n").split("\n");
  return first.startsWith(`${OURS}${digest(rest.join("\n"))}:`);
}

/** The service of incidents that name none. */
export function skeletonService(owner = TEAM): SkeletonFile {
  const fields = {
    title: "Not yet assigned",
    description: "Holds imported incidents until somebody says which service they hurt.",
    owner,
    criticality: "low",
  };
  const body = "Give each incident that stands here the service that it hurt, then this page can go.\n";
  return { path: `services/${UNASSIGNED_SERVICE}.mdx`, text: `${writeFrontMatter(fields)}\n${body}` };
}
