// `tidemark maintenance start|end`: read what is known → the window that is meant → write its state by byte range → report.
import { setMaintenance } from "../src/core/response/set-maintenance.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { entryFor, readForChange } from "./response/read-for-change.ts";
import type { MaintenanceFlags } from "./response/response-flags.ts";
import { writeChange } from "./response/write-change.ts";

/** Records that planned work begins or is over. */
export async function run(context: CommandContext<MaintenanceFlags>): Promise<ExitCode> {
  const known = readForChange(context);
  if (!known) return 1;
  const { id, ...wishes } = context.flags;
  const work = entryFor(context, known.knowledgeBase, "maintenance", id);
  if (!work) return 2;
  const { knowledgeBase, now } = known;
  return writeChange(context, known, work, (fresh) => setMaintenance(knowledgeBase, fresh, wishes, now), [
    wishes.update,
  ]);
}
