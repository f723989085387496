import { checkOutput, type OutputReport } from "../src/adapters/publish/check-output.ts";
import { digestOfSources } from "../src/adapters/render/site-key.ts";
import { collectSecrets, type Secrets } from "../src/core/audience/leak-tokens.ts";
import type { Projection } from "../src/core/audience/project.ts";
import { secretTexts, shownTexts } from "../src/core/audience/secret-texts.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";

/** What the gates judge. */
export interface GateRequest {
  readonly projectDir: string;
  readonly folder: string;
  readonly base: string;
  /** Pages that must exist, and no other. */
  readonly paths: readonly string[];
  /** Files besides pages that must exist. */
  readonly files: readonly string[];
  readonly knowledgeBase: KnowledgeBase;
  readonly projection: Projection;
  /** Everything that the audience may read: titles and views. */
  readonly publicTexts: readonly string[];
  /** Scripts and styles that every site ships. */
  readonly clientTexts: readonly string[];
  readonly cacheFile: string;
}

/** What the gates say. */
export interface GateReport extends OutputReport {
  /** Internal ids and handles that cannot be told from public words, so nobody looked for them. */
  readonly unwatched: readonly string[];
}

/** Puts a staged site through its gates: every page, no dead link, and for outsiders nothing internal. */
export function gateSite(request: GateRequest): GateReport {
  const { projection, knowledgeBase } = request;
  const secrets = projection.reader.id === "internal" ? undefined : secretsOf(request);
  const report = checkOutput({
    folder: request.folder,
    base: request.base,
    origin: new URL(knowledgeBase.site.url).origin,
    expectedPages: request.paths,
    expectedFiles: request.files,
    ...(secrets ? { secrets } : {}),
    exceptions: knowledgeBase.site.leakExceptions,
    cache: {
      file: request.cacheFile,
      version: digestOfSources(request.projectDir, ["src/adapters/publish", "src/core/audience"]),
    },
  });
  return { ...report, unwatched: secrets?.unwatched ?? [] };
}

const GATED = ["incidents", "postmortems", "runbooks"] as const;

/** What decides which words are secret. */
export type SecretsRequest = Pick<
  GateRequest,
  "knowledgeBase" | "projection" | "publicTexts" | "paths" | "clientTexts"
> & {
  /** The part of the content whose texts could get into the files; all of it when absent. */
  readonly textsOf?: KnowledgeBase;
};

/** What of the content this audience may not read: ids, handles, hosts and passages. */
export function secretsOf(request: SecretsRequest): Secrets {
  const { knowledgeBase, projection, publicTexts } = request;
  const { reader } = projection;
  const named = reader.internal || reader.people === "handles";
  return collectSecrets(
    secretTexts(request.textsOf ?? knowledgeBase, projection),
    [...publicTexts, ...shownTexts(projection)],
    hiddenIds(knowledgeBase, projection),
    named ? [] : knowledgeBase.teams.people.map(({ handle }) => handle),
    vocabularyOf(request),
  );
}

/** Judged by the visibility that the author wrote as well, so that a mistake of the projection shows here. */
function hiddenIds(knowledgeBase: KnowledgeBase, projection: Projection): string[] {
  const { visibilities } = projection.reader;
  const shown = new Set(
    GATED.flatMap((kind) =>
      projection[kind].filter(({ data }) => visibilities.has(data.visibility)).map(({ id }) => id),
    ),
  );
  return GATED.flatMap((kind) => {
    const here = new Set(projection[kind].map(({ id }) => id));
    return knowledgeBase[kind]
      .filter(({ id, data }) => !here.has(id) || !visibilities.has(data.visibility))
      .flatMap(({ id, data }) => [id, ...data.aliases]);
  }).filter((id) => !shown.has(id));
}

/** What stands in the site whatever its authors write: addresses, public ids and terms, scripts and styles. */
function vocabularyOf({ knowledgeBase, projection, paths, clientTexts }: SecretsRequest): string[] {
  const { visibilities } = projection.reader;
  const hidden = new Set(hiddenIds(knowledgeBase, projection));
  const entries = [...GATED, "maintenance"] as const;
  const words = [
    ...paths.filter((path) => !path.split("/").some((part) => hidden.has(part))),
    ...entries.flatMap((kind) =>
      projection[kind]
        .filter(({ data }) => visibilities.has(data.visibility))
        .flatMap(({ id, data }) => [id, ...data.aliases]),
    ),
    ...projection.services.flatMap(({ id, data }) => [id, data.title, data.component?.name ?? ""]),
    ...Object.values(projection.taxonomy).flatMap((terms) => terms.flatMap(({ id, name }) => [id, name])),
  ];
  return [knowledgeBase.site.url, words.join("\n"), ...clientTexts];
}
