import { starterContent } from "./starter-content.ts";
import { starterEditor } from "./starter-editor.ts";
import { starterPapers } from "./starter-papers.ts";
import type { StarterFile, StarterWishes } from "./starter-wishes.ts";
import { starterWorkflows } from "./starter-workflows.ts";

/** Every file of a new repository that holds nothing but content and what GitHub and editors need to work with it. */
export function starterRepository(wishes: StarterWishes): StarterFile[] {
  return [
    ...starterPapers(wishes),
    ...starterContent(wishes),
    ...starterWorkflows(wishes.home),
    ...starterEditor(),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}
