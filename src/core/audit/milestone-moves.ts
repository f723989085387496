import { type Incident, MILESTONES, type MilestoneName } from "../schemas/incident.ts";
import { epochOf } from "../time.ts";

/** The milestones of an incident as one commit left them. */
export interface RecordedMilestones {
  readonly commit: string;
  /** When it was committed. */
  readonly at: string;
  readonly milestones: Incident["milestones"] | Partial<Incident["milestones"]>;
}

/** A milestone that was set, moved or taken away after the incident was closed. */
export interface MilestoneMove {
  readonly milestone: MilestoneName;
  readonly from?: string;
  readonly to?: string;
  /** How far, in milliseconds; below 0 is earlier. Absent where there was none, or is none. */
  readonly by?: number;
  readonly commit: string;
  readonly at: string;
}

/** What moved between versions of a record of which the earlier one was closed, oldest first; a reopened one may be edited freely. */
export function milestoneMoves(versions: readonly RecordedMilestones[]): MilestoneMove[] {
  return versions.slice(1).flatMap(({ milestones, commit, at }, index) => {
    const before = versions[index]!.milestones;
    if (before.closed === undefined) return [];
    return MILESTONES.flatMap((milestone): MilestoneMove[] => {
      const from = instantIn(before, milestone);
      const to = instantIn(milestones, milestone);
      if (from === to || (from && to && epochOf(from) === epochOf(to))) return [];
      return [
        {
          milestone,
          ...(from === undefined ? {} : { from }),
          ...(to === undefined ? {} : { to }),
          ...(from === undefined || to === undefined ? {} : { by: epochOf(to) - epochOf(from) }),
          commit,
          at,
        },
      ];
    });
  });
}

/** The milestones of an incident as they were when it was first closed; none where no version is. */
export function firstClosed(versions: readonly RecordedMilestones[]): RecordedMilestones | undefined {
  return versions.find(({ milestones }) => milestones.closed !== undefined);
}

function instantIn(milestones: RecordedMilestones["milestones"], name: MilestoneName): string | undefined {
  const milestone = milestones[name];
  return typeof milestone === "object" ? milestone.at : milestone;
}
