// `tidemark digest`: read what is known → the agenda of a review → plan its issue → print it, or make it.
import { readIssues } from "../../src/adapters/github/reads.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { DIGEST_LABEL, planDigest } from "../../src/core/github/plan-digest.ts";
import type { Rhythm } from "../../src/core/views/reviews/agenda.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import { readKnowledge } from "../read-knowledge.ts";
import { carryOut, type PlanFlags } from "./carry-out.ts";
import { clientFrom } from "./client-from.ts";

/** What `digest` was asked. */
export interface DigestFlags extends PlanFlags {
  readonly period: Rhythm;
}

/** Makes the one issue of this week's digest, or of the review of the month or quarter. */
export async function run(context: CommandContext<DigestFlags>): Promise<ExitCode> {
  const known = readKnowledge(context);
  if (known === undefined) return 1;
  const client = clientFrom(context);
  const reader = readerOf(known.knowledgeBase.site, "internal");
  if (client === undefined || reader === undefined) return 2;
  const views = viewContext(project(known.knowledgeBase, reader, known.now), known.now);
  const issues = await readIssues(client, DIGEST_LABEL);
  return await carryOut(context, client, planDigest(views, context.flags.period, issues));
}
