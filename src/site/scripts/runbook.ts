import { openMemory } from "./device-memory.ts";
import { bindFills } from "./fill-variables.ts";
import { bindProgress } from "./runbook-progress.ts";
import { bindTicks } from "./tick-steps.ts";
import { walkDecisions } from "./walk-decisions.ts";

const runbook = document.querySelector<HTMLElement>("[data-runbook]");
if (runbook) {
  const memory = openMemory(`runbook ${runbook.dataset.runbook}`);
  bindFills(runbook, memory);
  bindProgress(runbook, memory, bindTicks(runbook, memory));
  walkDecisions(runbook);
}
