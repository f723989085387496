import { enRunbook } from "../locales/en-runbook.ts";
import type { DeviceMemory } from "./device-memory.ts";

/** One step that can be ticked. */
export interface TickedStep {
  readonly section: HTMLElement;
  readonly title: string;
  readonly box: HTMLInputElement;
}

/** Gives each step a box to tick, which stays ticked on this device. */
export function bindTicks(runbook: HTMLElement, memory: DeviceMemory): readonly TickedStep[] {
  const steps = [...runbook.querySelectorAll<HTMLElement>(".step")].map(withBox);
  for (const { section, title, box } of steps)
    box.addEventListener("change", () => {
      const { [section.id]: _, ...others } = memory.now().ticks;
      const ticks = box.checked ? { ...others, [section.id]: title } : others;
      memory.change({ ...memory.now(), at: Date.now(), ticks });
    });
  const show = () => {
    const { ticks } = memory.now();
    for (const { section, title, box } of steps) box.checked = ticks[section.id] === title;
    const next = steps.find(({ box }) => !box.checked);
    for (const step of steps) {
      step.section.classList.toggle("done", step.box.checked);
      step.section.classList.toggle("next", step === next && next !== steps[0]);
    }
  };
  memory.listen(show);
  show();
  return steps;
}

function withBox(section: HTMLElement): TickedStep {
  const head = section.querySelector(".step-title");
  const title = (head?.textContent ?? "").trim();
  const box = document.createElement("input");
  box.type = "checkbox";
  box.className = "step-tick";
  box.autocomplete = "off";
  box.setAttribute("aria-label", `${enRunbook.step} ${title} ${enRunbook.stepDone}`);
  head?.after(box);
  return { section, title, box };
}
