import { WishReader } from "../drafts/known-words.ts";
import type { Edit } from "../editor/edit.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Maintenance, maintenance as schema } from "../schemas/maintenance.ts";
import { type MaintenanceWindow, maintenanceWindows } from "../status/maintenance-windows.ts";
import { type Epoch, epochOf, type Instant, instantOf } from "../time.ts";
import { addTo, type Changing } from "./changing.ts";
import { recordedAt, toldUpdate } from "./told-update.ts";

/** What somebody says of planned work while it is done. */
export interface MaintenanceStateWishes {
  readonly state: "in_progress" | "completed";
  /** Start of the window, for recurring work; the nearest one when absent. */
  readonly window?: Instant;
  readonly update?: string;
  readonly by?: string;
}

const DAY = 86_400_000;
const FIELDS: readonly string[] = Object.keys(schema.shape);

/** The edits that begin or end planned work by hand: the state of its window, and words for customers. */
export function setMaintenance(
  knowledgeBase: KnowledgeBase,
  { data }: Entry<"maintenance">,
  wishes: MaintenanceStateWishes,
  now: Epoch,
): Changing {
  const read = new WishReader(knowledgeBase);
  const at = recordedAt(now);
  const by = read.word("by", "person", wishes.by);
  const asked = read.instant("window", wishes.window);
  const window = read.problems.length > 0 ? undefined : windowFor(data, asked, now);
  if (!window)
    read.refuse(
      "window",
      asked === undefined
        ? "Unexpected time: no window of this work is within a day from now"
        : `Unexpected window ${asked}, expected the start of one within a day from now`,
    );
  else {
    const problem = problemWith(data, window, wishes.state);
    if (problem !== undefined) read.refuse("state", problem);
  }
  const told = wishes.update === undefined ? undefined : toldUpdate(read, wishes, wishes.state, at);
  if (read.problems.length > 0 || !window) return { ok: false, problems: read.problems };
  const start = instantOf(window.scheduled.from);
  const state = {
    ...("from" in data.schedule ? {} : { window: start }),
    state: wishes.state,
    at,
    ...(by === undefined ? {} : { by }),
  };
  const edits: Edit[] = [
    addTo(data.states, "states", state, FIELDS),
    ...(told ? [addTo(data.updates, "updates", { ...told }, FIELDS)] : []),
  ];
  return { ok: true, edits, says: `${wishes.state}, the window of ${start}` };
}

/** The window that somebody means: the named one, else the one that goes on, else the nearest by its start. */
function windowFor(data: Maintenance, asked: Instant | undefined, now: Epoch): MaintenanceWindow | undefined {
  const { schedule } = data;
  const near = maintenanceWindows(data, { from: now - DAY, to: now + DAY }, now);
  const all =
    "from" in schedule && near.length === 0 ? maintenanceWindows(data, wholeOf(schedule), now) : near;
  if (asked !== undefined) return all.find(({ scheduled }) => scheduled.from === epochOf(asked));
  const distance = ({ scheduled }: MaintenanceWindow) => Math.abs(scheduled.from - now);
  return (
    all.find(({ state }) => state === "in_progress" || state === "verifying") ??
    [...all].sort((a, b) => distance(a) - distance(b))[0]
  );
}

function wholeOf(schedule: Extract<Maintenance["schedule"], { from: string }>) {
  return { from: epochOf(schedule.from), to: epochOf(schedule.to) };
}

function problemWith(
  data: Maintenance,
  { state, scheduled }: MaintenanceWindow,
  wish: MaintenanceStateWishes["state"],
): string | undefined {
  const set = data.states.findLast(
    ({ window }) => window === undefined || epochOf(window) === scheduled.from,
  );
  if (state === "cancelled") return "Unexpected change of work that was called off";
  if (set?.state === "completed") return `Unexpected change of work that was ended at ${set.at}`;
  if (set?.state === "in_progress" && wish === "in_progress")
    return `Unexpected start of work that was begun at ${set.at}`;
  if (wish === "completed" && state === "scheduled")
    return "Unexpected end of work that has not begun, expected `maintenance start` first";
  return undefined;
}
