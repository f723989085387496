// `tidemark gate`: load → compute → say → exit with 0 or 7.
import { releaseGate } from "../src/core/reliability/objectives/release-gate.ts";
import { didYouMean } from "../src/core/suggestion.ts";
import { releaseSentence } from "../src/core/words/release-sentence.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What `gate` was asked. */
export interface GateFlags {
  /** Id of the service that is to be released. */
  readonly service: string;
}

/** Whether a service may be released, in one sentence. */
export async function run(context: CommandContext<GateFlags>): Promise<ExitCode> {
  const knowledge = readKnowledge(context);
  if (knowledge === undefined) return 1;
  const { knowledgeBase, now } = knowledge;
  const asked = context.flags.service;
  const id = knowledgeBase.look.alias.service.get(asked) ?? asked;
  if (!knowledgeBase.look.service.has(id)) {
    const services = knowledgeBase.services.map((service) => service.id);
    const hint = didYouMean(asked, services) ?? `There are ${services.join(", ")}.`;
    context.writeError(`There is no service \`${asked}\`. ${hint}\n`);
    return 2;
  }
  const gate = releaseGate(knowledgeBase, id, now);
  if (!context.quiet || gate.frozen) context.write(`${releaseSentence(knowledgeBase, id, gate, now)}\n`);
  return gate.frozen ? 7 : 0;
}
