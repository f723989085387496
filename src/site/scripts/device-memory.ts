/** What this device remembers of one runbook. */
export interface Remembered {
  /** When something was last ticked or filled in, in milliseconds. */
  readonly at?: number;
  /** Ticked steps: the title that was ticked by the step's id, so that another step in its place is not taken for done. */
  readonly ticks: Readonly<Record<string, string>>;
  /** Values that were filled in, by the variable's name. */
  readonly values: Readonly<Record<string, string>>;
}

/** The memory of one runbook, and who wants to hear of changes. */
export interface DeviceMemory {
  readonly now: () => Remembered;
  readonly change: (next: Remembered) => void;
  readonly listen: (listener: () => void) => void;
}

/** Opens the memory of this device under a name; another tab's changes are heard too. Where storage is forbidden it lasts as long as the page. */
export function openMemory(name: string): DeviceMemory {
  let now = read(name);
  const listeners: (() => void)[] = [];
  const tell = () => {
    for (const listener of listeners) listener();
  };
  addEventListener("storage", ({ key }) => {
    if (key !== name && key !== null) return;
    now = read(name);
    tell();
  });
  return {
    now: () => now,
    change: (next) => {
      now = next;
      write(name, next);
      tell();
    },
    listen: (listener) => listeners.push(listener),
  };
}

/** Nothing ticked, nothing filled in. */
export const NOTHING: Remembered = { ticks: {}, values: {} };

function read(name: string): Remembered {
  try {
    const stored = JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Remembered>;
    return {
      ...(typeof stored.at === "number" ? { at: stored.at } : {}),
      ticks: texts(stored.ticks),
      values: texts(stored.values),
    };
  } catch {
    return NOTHING;
  }
}

function write(name: string, { at, ticks, values }: Remembered): void {
  try {
    if (Object.keys(ticks).length + Object.keys(values).length === 0) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify({ at, ticks, values }));
  } catch {
    // Storage is forbidden or full: the page itself still remembers.
  }
}

function texts(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === "string"));
}
