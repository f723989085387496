import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

const projectDir = resolve(import.meta.dirname, "../..");

/** Where third-party data lies; it is never part of the repository. */
export const corporaFolder = resolve(projectDir, process.env.TIDEMARK_CORPORA ?? "../shared/corpora");

/** The corpora that an import is run against, with what they hold. */
export const MARKDOWN_CORPORA = [
  { name: "dfds-postmortems", kind: "postmortem", atLeast: 39 },
  { name: "posthog-post-mortems", kind: "postmortem", atLeast: 7 },
  { name: "datahub-incidents", kind: "postmortem", atLeast: 19 },
  { name: "2i2c-incident-reports", kind: "postmortem", atLeast: 7 },
  { name: "rust-infra", kind: "runbook", atLeast: 47 },
  { name: "prom-operator-runbooks", kind: "runbook", atLeast: 119 },
  { name: "moj-runbooks", kind: "runbook", atLeast: 106 },
  { name: "agglayer-runbooks", kind: "runbook", atLeast: 33 },
] as const;

/** The folder of a corpus, or `undefined` where it is absent: its tests are then skipped, and their titles say so. */
export function corpusFolder(name: string): string | undefined {
  const folder = join(corporaFolder, name);
  return existsSync(folder) ? folder : undefined;
}

/** Files of a folder as text, by path, that pass a test of their path. */
export function textsIn(folder: string, wanted: (path: string) => boolean): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .filter(wanted)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}
