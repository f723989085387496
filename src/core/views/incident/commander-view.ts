import type { Entry } from "../../knowledge-base/knowledge-base.ts";
import { lengthWords } from "../../words/length-words.ts";
import { type CallLevel, callList } from "../call-list.ts";
import { type IncidentRow, incidentRow, newestFirst } from "../incident-row.ts";
import { onCallNow } from "../on-call-now.ts";
import type { Shown } from "../shown.ts";
import type { ShownShift } from "../shown-shift.ts";
import { shownEntry, type ViewContext } from "../view-context.ts";
import { handOverBrief } from "./hand-over-brief.ts";
import { type NextOnCall, nextOnCall } from "./next-on-call.ts";
import { type RoleBoardRow, roleBoard } from "./role-board.ts";
import { type UsefulRunbook, usefulRunbooks } from "./useful-runbooks.ts";

/** What whoever leads an open incident needs beside its record. */
export interface CommanderView {
  readonly roles: readonly RoleBoardRow[];
  readonly runbooks: readonly UsefulRunbook[];
  readonly calls: readonly TeamCalls[];
  /** Other incidents that are not resolved, newest first. */
  readonly beside: readonly IncidentRow[];
  /** How many more of those there are. */
  readonly more: number;
  /** How often its severity asks for an update; for an incident that promised none. */
  readonly updateEvery?: string;
  /** Plain text to copy for whoever takes over. */
  readonly brief: string;
}

/** Whom to call of a team that an incident concerns: the one that responds, and those that own a service hit. */
export interface TeamCalls {
  readonly team: Shown;
  readonly onCall: readonly ShownShift[];
  readonly levels: readonly CallLevel[];
  readonly next?: NextOnCall;
}

const MOST_BESIDE = 5;

/** The commander's face of an incident; absent once it is resolved, and for outsiders. */
export function commanderView(context: ViewContext, incident: Entry<"incident">): CommanderView | undefined {
  const { projection } = context;
  if (!projection.reader.internal || incident.data.milestones.resolved !== undefined) return undefined;
  const { data } = incident;
  const others = newestFirst(
    projection.incidents.filter(
      (other) => other !== incident && other.data.milestones.resolved === undefined,
    ),
  );
  const owners = data.services.map((id) => projection.look.service.get(id)?.data.owner);
  const teams = [...new Set([data.team, ...owners])].filter((team) => team !== undefined);
  const severity = data.severity.final ?? data.severity.peak;
  const updateEvery = projection.taxonomy.severities.find(
    ({ id, aliases }) => id === severity || aliases.includes(severity),
  )?.updateEvery;
  return {
    roles: roleBoard(context, incident),
    runbooks: usefulRunbooks(context, incident),
    calls: teams
      .map((team) => teamCalls(context, team))
      .filter(({ levels, onCall }) => levels.length + onCall.length > 0),
    beside: others.slice(0, MOST_BESIDE).map((other) => incidentRow(context, other)),
    more: Math.max(0, others.length - MOST_BESIDE),
    ...(updateEvery === undefined ? {} : { updateEvery: lengthWords(updateEvery) }),
    brief: handOverBrief(context, incident),
  };
}

function teamCalls(context: ViewContext, team: string): TeamCalls {
  const next = nextOnCall(context, team);
  return {
    team: shownEntry(context, "team", team),
    onCall: onCallNow(context, team),
    levels: callList(context, team),
    ...(next === undefined ? {} : { next }),
  };
}
