import type { DeviceMemory } from "./device-memory.ts";

type Field = HTMLInputElement | HTMLSelectElement;

/** Puts what is filled in into every place that names it. */
export function bindFills(runbook: HTMLElement, memory: DeviceMemory): void {
  const fields = [...runbook.querySelectorAll<Field>("[data-fill]")];
  for (const field of fields)
    field.addEventListener("input", () => {
      const { [nameOf(field)]: _, ...others } = memory.now().values;
      const values = field.value === defaultOf(field) ? others : { ...others, [nameOf(field)]: field.value };
      memory.change({ ...memory.now(), at: Date.now(), values });
    });
  const show = () => {
    for (const field of fields) {
      const value = memory.now().values[nameOf(field)] ?? defaultOf(field);
      if (field.value !== value) field.value = value;
      // An option that is gone cannot be chosen again.
      if (field.value !== value) field.value = defaultOf(field);
      flow(runbook, field);
    }
  };
  memory.listen(show);
  show();
}

function flow(runbook: HTMLElement, field: Field): void {
  const name = nameOf(field);
  const value = field.value.trim();
  for (const place of runbook.querySelectorAll<HTMLElement>(`[data-variable="${name}"]`)) {
    place.dataset.written ??= place.textContent ?? "";
    const text = value || place.dataset.written;
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle("filled", value !== "");
  }
}

function nameOf(field: Field): string {
  return field.dataset.fill ?? "";
}

function defaultOf(field: Field): string {
  return field.dataset.default ?? "";
}
