import { slugOf } from "../drafts/slug-of.ts";
import type { PlainValue } from "../editor/edit.ts";
import { blockText } from "../editor/value-text.ts";
import { KINDS, type Kind } from "../schemas/kinds.ts";
import { SCHEMA_VERSION } from "../schemas/schema-version.ts";
import { FIRST_RUNBOOK, FIRST_SERVICE } from "./starter-bodies.ts";
import { starterTaxonomy } from "./starter-taxonomy.ts";
import type { StarterFile, StarterWishes } from "./starter-wishes.ts";

/** Where editors of a new repository find the schemas. */
export const SCHEMA_FOLDER = ".vscode/schemas";

/** The content that a new repository begins with: it passes the check, and each file says what to do with it. */
export function starterContent(wishes: StarterWishes): StarterFile[] {
  const team = slugOf(wishes.team);
  const service = slugOf(wishes.service);
  return [
    yaml("site", "What this knowledge base is called and where it is published.", {
      schemaVersion: SCHEMA_VERSION,
      name: wishes.name,
      url: wishes.url,
      timeZone: wishes.zone,
    }),
    yaml("taxonomy", "The closed lists of words; change them as you like.", starterTaxonomy()),
    yaml(
      "teams",
      "Everybody who is named by handle, and the teams. Outsiders read the role, never the handle.",
      {
        people: [{ handle: wishes.handle, role: "First responder", github: wishes.github }],
        teams: [{ id: team, name: wishes.team, members: [wishes.handle] }],
      },
    ),
    mdx(
      "service",
      service,
      {
        title: wishes.service,
        description: "Say here in one sentence what it does for whom.",
        owner: team,
        criticality: "high",
        component: {
          name: wishes.service,
          group: "Services",
          description: "Say here in one sentence what customers do with it",
        },
      },
      FIRST_SERVICE,
    ),
    mdx(
      "runbook",
      "something-is-wrong",
      {
        title: "Something is wrong and nobody knows yet what",
        visibility: "internal",
        kind: "runbook",
        services: [service],
        owner: team,
        reviewEvery: "180d",
        estimatedTime: "15min",
      },
      FIRST_RUNBOOK,
    ),
  ];
}

function yaml(
  kind: Kind,
  remark: string,
  fields: { readonly [field: string]: PlainValue | undefined },
): StarterFile {
  const lines = [schemaLine(kind, ".."), `# ${remark}`, block(fields)];
  return { path: `content/${KINDS[kind].at}`, text: `${lines.join("\n")}\n` };
}

function mdx(
  kind: Kind,
  id: string,
  fields: { readonly [field: string]: PlainValue | undefined },
  body: string,
): StarterFile {
  const front = `${schemaLine(kind, "../..")}\n${block(fields)}`;
  return {
    path: `content/${KINDS[kind].at.replace("*", id)}`,
    text: `---\n${front}\n---\n\n${body.trim()}\n`,
  };
}

function schemaLine(kind: Kind, up: string): string {
  return `# yaml-language-server: $schema=${up}/${SCHEMA_FOLDER}/${kind}.schema.json`;
}

function block(fields: { readonly [field: string]: PlainValue | undefined }): string {
  return blockText(fields, 0, { step: 2, list: 2 });
}
