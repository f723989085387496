import { enRunbook } from "../locales/en-runbook.ts";
import { type DeviceMemory, NOTHING, type Remembered } from "./device-memory.ts";
import type { TickedStep } from "./tick-steps.ts";

/** After this long, ticks are more likely those of another night. */
const OLD = 12 * 3_600_000;

/** Says in words how far one is, and starts over; what was thrown away can be taken back. */
export function bindProgress(runbook: HTMLElement, memory: DeviceMemory, steps: readonly TickedStep[]): void {
  const bar = runbook.querySelector<HTMLElement>("[data-progress]");
  const words = bar?.querySelector<HTMLElement>("[data-progress-words]");
  const button = bar?.querySelector<HTMLButtonElement>("[data-start-over]");
  if (!bar || !words || !button) return;
  let thrownAway: Remembered | undefined;
  const opened = memory.now();
  const old = opened.at !== undefined && Date.now() - opened.at > OLD ? opened : undefined;

  const show = () => {
    const now = memory.now();
    const touched = Object.keys(now.ticks).length + Object.keys(now.values).length > 0;
    if (touched) thrownAway = undefined;
    bar.hidden = steps.length === 0 && !touched && !thrownAway;
    bar.classList.toggle("begun", touched);
    bar.classList.toggle("old", now === old);
    button.hidden = !touched && !thrownAway;
    button.textContent = thrownAway ? enRunbook.takeBack : enRunbook.startOver;
    words.replaceChildren(
      ...(now === old ? [`${since(old)} `] : []),
      ...progress(steps, thrownAway !== undefined),
    );
  };
  button.addEventListener("click", () => {
    const next = thrownAway ?? NOTHING;
    thrownAway = thrownAway ? undefined : memory.now();
    memory.change(next);
  });
  memory.listen(show);
  show();
}

function progress(steps: readonly TickedStep[], startedOver: boolean): (string | Node)[] {
  const words = enRunbook;
  const done = steps.filter(({ box }) => box.checked).length;
  const next = steps.find(({ box }) => !box.checked);
  if (startedOver) return [words.startedOver];
  if (steps.length === 0) return [words.kept];
  if (done === 0) return [`${steps.length} ${steps.length === 1 ? words.oneNotDone : words.noneDone}`];
  if (!next) return [words.allDone];
  const link = document.createElement("a");
  link.href = `#${next.section.id}`;
  link.textContent = next.title;
  return [`${done} ${words.of} ${steps.length} ${words.done}. ${words.nextStep} `, link];
}

function since({ at }: Remembered): string {
  const when = new Date(at ?? 0).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
  return `${enRunbook.from} ${when}.`;
}
