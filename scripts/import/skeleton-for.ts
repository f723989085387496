import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { ImportPlan } from "../../src/importers/markdown/import-types.ts";
import {
  isOwnTeams,
  type SkeletonFile,
  skeletonFiles,
  skeletonService,
  skeletonTeams,
} from "../../src/importers/markdown/skeleton.ts";
import type { Standing } from "./read-standing.ts";

/** Whether teams.yaml is missing or still as an import wrote it, so that owners may be added to it. */
export function mayWriteTeams(folder: string, digest: (text: string) => string): boolean {
  const path = join(folder, "teams.yaml");
  return !existsSync(path) || isOwnTeams(readFileSync(path, "utf8"), digest);
}

/** The files beside the entries that a content folder needs so that what was imported passes the check. */
export function skeletonFor(
  folder: string,
  standing: Standing,
  plan: ImportPlan,
  zone: string | undefined,
  digest: (text: string) => string,
  site: { readonly name?: string; readonly url?: string } = {},
): SkeletonFile[] {
  const missing = skeletonFiles(site.name ?? titleOf(folder), zone, site.url).filter(
    ({ path }) => !existsSync(join(folder, path)),
  );
  const ours = mayWriteTeams(folder, digest);
  if (ours) {
    const known = standing.teams?.people.map(({ handle, role }) => ({ handle, role })) ?? [];
    const added = plan.people.filter(({ handle }) => !known.some((person) => person.handle === handle));
    missing.push(
      skeletonTeams(
        [...known, ...added.map(({ handle }) => ({ handle, role: "Owner of follow-ups" }))],
        digest,
      ),
    );
  }
  const service = skeletonService(ours ? undefined : standing.teams?.teams[0]?.id);
  const wantsService =
    plan.documents.some(({ path }) => path.startsWith("incidents/")) || !existsSync(join(folder, "services"));
  if (wantsService && !existsSync(join(folder, service.path))) missing.push(service);
  return missing;
}

function titleOf(folder: string): string {
  const words = basename(folder)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? "Knowledge base" : words.charAt(0).toUpperCase() + words.slice(1);
}
