// `tidemark audit`: read what is known and what git remembers → moves after closing, and what they did → report.
import { type History, readHistory } from "../src/adapters/git/read-history.ts";
import { type FigureChange, figureChanges } from "../src/core/audit/figure-changes.ts";
import {
  firstClosed,
  type MilestoneMove,
  milestoneMoves,
  type RecordedMilestones,
} from "../src/core/audit/milestone-moves.ts";
import { dateIn, epochOf } from "../src/core/time.ts";
import { durationWords } from "../src/core/words/duration-words.ts";
import { recordedMilestones } from "./audit/recorded-milestones.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { type PeriodFlags, periodOf } from "./figure-period.ts";
import { readKnowledge } from "./read-knowledge.ts";

/** What `audit` was asked. */
export interface AuditFlags extends PeriodFlags {
  readonly format: "console" | "json";
}

interface Audit {
  readonly history: "absent" | "shallow" | "whole";
  /** Closed incidents whose versions were compared. */
  readonly closed: number;
  readonly moves: readonly (MilestoneMove & { readonly incident: string })[];
  readonly figures: readonly FigureChange[];
  /** Days of the site's zone. */
  readonly period: { readonly from: string; readonly to: string };
}

/** Which milestones moved after their incident was closed, by how much, and what that did to the figures. */
export async function run(context: CommandContext<AuditFlags>): Promise<ExitCode> {
  const knowledge = readKnowledge(context);
  if (knowledge === undefined) return 1;
  const { knowledgeBase, now } = knowledge;
  const history = readHistory(context.contentDir, "incidents");
  if (history.kind === "absent" && history.why === "no-git") {
    context.writeError("git is not installed here, and what moved is written in its history alone.\n");
    return 4;
  }
  const known = history.kind === "absent" ? new Map<string, never>() : history.versions;
  const closedWith = new Map<string, RecordedMilestones>();
  const moves = knowledgeBase.incidents.flatMap(({ id }) => {
    const path = `incidents/${id}.mdx`;
    const versions = recordedMilestones(path, known.get(path) ?? []).filter(
      ({ at }) => context.asOf === undefined || epochOf(at) <= now,
    );
    const closed = firstClosed(versions);
    if (closed === undefined) return [];
    closedWith.set(id, closed);
    return milestoneMoves(versions).map((move) => ({ incident: id, ...move }));
  });
  const moved = new Set(moves.map(({ incident }) => incident));
  const period = periodOf(context.flags, knowledgeBase, now);
  const zone = knowledgeBase.site.timeZone;
  const audit: Audit = {
    history: history.kind === "absent" ? "absent" : history.shallow ? "shallow" : "whole",
    closed: closedWith.size,
    moves,
    figures: figureChanges(
      knowledgeBase,
      new Map([...closedWith].filter(([id]) => moved.has(id))),
      period,
      now,
    ),
    period: { from: dateIn(period.from, zone), to: dateIn(period.to, zone) },
  };
  context.write(
    context.flags.format === "json" ? `${JSON.stringify(audit, null, 2)}\n` : report(audit, history),
  );
  return 0;
}

function report({ closed, moves, figures, period }: Audit, history: History): string {
  const lines = moves.map(
    ({ incident, milestone, from, to, by, commit, at }) =>
      `${incident}: ${milestone} ${moveWords(from, to, by)} (${commit.slice(0, 7)}, ${at.slice(0, 10)})`,
  );
  if (history.kind === "known" && moves.length === 0)
    lines.push(
      `No milestone moved after its incident was closed: ${closed} closed ${closed === 1 ? "incident was" : "incidents were"} compared.`,
    );
  if (figures.length > 0) {
    lines.push("", `What that did to the figures from ${period.from} to ${period.to}:`);
    lines.push(...figures.map(({ name, before, now }) => `  ${name}: ${before} as closed, ${now} now`));
  } else if (moves.length > 0) lines.push("", "No figure reads otherwise for it.");
  const remark = remarkOn(history);
  return `${[...(remark === undefined ? [] : [remark, ""]), ...lines].join("\n").trimEnd()}\n`;
}

function moveWords(from: string | undefined, to: string | undefined, by: number | undefined): string {
  if (from === undefined) return `was set afterwards, to ${to}`;
  if (to === undefined) return `was taken away, it was ${from}`;
  return `moved ${durationWords(Math.abs(by!))} ${by! < 0 ? "earlier" : "later"}, ${from} → ${to}`;
}

function remarkOn(history: History): string | undefined {
  if (history.kind === "absent")
    return history.why === "no-commit"
      ? "Nothing here was ever committed, so nothing can be said about what moved."
      : "The content folder lies in no git repository, so nothing can be said about what moved.";
  if (!history.shallow) return undefined;
  return `The history is shallow: it begins on ${history.since.slice(0, 10)}, and what moved before is not seen (git fetch --unshallow).`;
}
