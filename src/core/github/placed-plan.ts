import type { GitHubEffect } from "./github-effect.ts";
import type { GitHubPlan } from "./github-plan.ts";

/** A plan whose files lie below a folder of the repository, where the parent of the content folder is no root of its own. */
export function placedPlan({ effects, remarks }: GitHubPlan, folder: string): GitHubPlan {
  if (folder === "") return { effects, remarks };
  const placed = (effect: GitHubEffect): GitHubEffect =>
    "files" in effect
      ? { ...effect, files: effect.files.map((file) => ({ ...file, path: `${folder}/${file.path}` })) }
      : effect;
  return { effects: effects.map(({ effect, why }) => ({ effect: placed(effect), why })), remarks };
}
