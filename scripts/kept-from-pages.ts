import { project } from "../src/core/audience/project.ts";
import { readerOf } from "../src/core/audience/reader.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import type { Epoch } from "../src/core/time.ts";

/** Why a command's figures may differ from those of the internal pages: it reads everything, they leave restricted incidents out. */
export function keptFromPages(knowledgeBase: KnowledgeBase, now: Epoch): string {
  const reader = readerOf(knowledgeBase.site, "internal");
  const shown = reader === undefined ? [] : project(knowledgeBase, reader, now).incidents;
  const kept = knowledgeBase.incidents.length - shown.length;
  if (kept === 0) return "";
  return `\n${kept === 1 ? "1 restricted incident is" : `${kept} restricted incidents are`} known here and left out of the figures on internal pages.\n`;
}
