import type { FileVersion } from "../../src/adapters/git/read-history.ts";
import type { RecordedMilestones } from "../../src/core/audit/milestone-moves.ts";
import { readYaml } from "../../src/core/parse/read-yaml.ts";
import { MILESTONES } from "../../src/core/schemas/incident.ts";
import { milestone } from "../../src/core/schemas/scalars.ts";
import { splitFrontMatter } from "../../src/loader/split-front-matter.ts";

/** The milestones of each version of an incident's file; versions that cannot be read are left out. */
export function recordedMilestones(path: string, versions: readonly FileVersion[]): RecordedMilestones[] {
  return versions.flatMap(({ commit, at, text }) => {
    const split = splitFrontMatter(text.replaceAll("\r\n", "\n"));
    if (!split.ok) return [];
    const { value } = readYaml(path, split.yaml, split.yamlLine);
    const written = (value as { milestones?: unknown } | undefined)?.milestones;
    if (typeof written !== "object" || written === null) return [];
    const milestones = MILESTONES.flatMap((name) => {
      const parsed = milestone.safeParse((written as Readonly<Record<string, unknown>>)[name]);
      return parsed.success ? [[name, parsed.data] as const] : [];
    });
    return [{ commit, at, milestones: Object.fromEntries(milestones) }];
  });
}
