// `tidemark incident update|resolve`: read what is known → what the event means → write it by byte range → report.
import { resolveIncident } from "../src/core/response/resolve-incident.ts";
import { updateIncident } from "../src/core/response/update-incident.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { entryFor, readForChange } from "./response/read-for-change.ts";
import type { IncidentFlags } from "./response/response-flags.ts";
import { writeChange } from "./response/write-change.ts";

/** Records an update or the end of an incident in its file. */
export async function run(context: CommandContext<IncidentFlags>): Promise<ExitCode> {
  const known = readForChange(context);
  if (!known) return 1;
  const { event, id, component: components, ...wishes } = context.flags;
  const incident = entryFor(context, known.knowledgeBase, "incident", id);
  if (!incident) return 2;
  const say = components ? { ...wishes, components } : wishes;
  const { knowledgeBase, now } = known;
  return writeChange(
    context,
    known,
    incident,
    (fresh) =>
      event === "update"
        ? updateIncident(knowledgeBase, fresh, say, now)
        : resolveIncident(knowledgeBase, fresh, wishes, now),
    [wishes.update],
  );
}
