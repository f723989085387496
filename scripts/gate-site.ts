import { checkOutput, type OutputReport } from "../src/adapters/publish/check-output.ts";
import { digestOfSources } from "../src/adapters/render/site-key.ts";
import { collectSecrets, type Secrets } from "../src/core/audience/leak-tokens.ts";
import type { Projection } from "../src/core/audience/project.ts";
import { secretTexts } from "../src/core/audience/secret-texts.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";

/** What the gates judge. */
export interface GateRequest {
  readonly projectDir: string;
  readonly folder: string;
  readonly base: string;
  /** Pages that must exist, and no other. */
  readonly paths: readonly string[];
  readonly knowledgeBase: KnowledgeBase;
  readonly projection: Projection;
  /** Everything that the audience may read. */
  readonly publicTexts: readonly string[];
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
  const secrets = projection.reader.internal ? undefined : secretsOf(request);
  const report = checkOutput({
    folder: request.folder,
    base: request.base,
    origin: new URL(knowledgeBase.site.url).origin,
    expectedPages: request.paths,
    ...(secrets ? { secrets } : {}),
    exceptions: knowledgeBase.site.leakExceptions,
    cache: {
      file: request.cacheFile,
      version: digestOfSources(request.projectDir, ["src/adapters/publish", "src/core/audience"]),
    },
  });
  return { ...report, unwatched: secrets?.unwatched ?? [] };
}

/** What of the content this audience may not read: ids, handles, hosts and passages. */
function secretsOf({ knowledgeBase, projection, publicTexts }: GateRequest): Secrets {
  const kinds = ["incidents", "postmortems", "runbooks"] as const;
  const hidden = kinds.flatMap((kind) => {
    const shown = new Set(projection[kind].map(({ id }) => id));
    return knowledgeBase[kind]
      .filter(({ id }) => !shown.has(id))
      .flatMap(({ id, data }) => [id, ...data.aliases]);
  });
  const published = new Set(kinds.flatMap((kind) => projection[kind].map(({ id }) => id)));
  const handles =
    projection.reader.people === "handles" ? [] : knowledgeBase.teams.people.map(({ handle }) => handle);
  return collectSecrets(
    secretTexts(knowledgeBase, projection),
    [knowledgeBase.site.url, ...publicTexts],
    hidden.filter((id) => !published.has(id)),
    handles,
  );
}
