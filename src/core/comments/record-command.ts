import type { WishReader } from "../drafts/known-words.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { instantOfMilestone } from "../reliability/milestone-time.ts";
import { changeSeverity } from "../response/change-severity.ts";
import { addTo } from "../response/changing.ts";
import { INCIDENT_FIELDS } from "../response/component-impact.ts";
import { handOverCommand } from "../response/hand-over-command.ts";
import { resolveIncident } from "../response/resolve-incident.ts";
import { setMilestone, updateIncident } from "../response/update-incident.ts";
import { didYouMean } from "../suggestion.ts";
import type { Command } from "./command.ts";
import type { Recording } from "./recording.ts";
import { accept, byOf, recordStatus, STANDARD_WORDS, said, tell } from "./tell-customers.ts";

/** A command with the status that it announces beside its own words. */
export interface Asked {
  readonly command: Command;
  readonly status?: Extract<Command, { name: "status" }>["status"];
}

type Named<Name extends Command["name"]> = Extract<Command, { name: Name }>;

/** Records one command: what it changes, a line in the timeline with author and time, and what makes no sense of it. */
export function recordCommand(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  { command, status }: Asked,
): void {
  switch (command.name) {
    case "severity": {
      const edits = changeSeverity(knowledgeBase, read, recording.data, command.severity);
      recording.take(edits);
      const { final, peak } = recording.data.severity;
      said(recording, "decision", `Severity ${final ?? peak} from here on.`);
      return;
    }
    case "status":
      recordStatus(knowledgeBase, read, recording, command.status);
      return;
    case "commander": {
      recording.take(handOverCommand(knowledgeBase, read, recording.data, command.person, recording.at));
      const now = recording.data.roles.findLast(({ role }) => role === "incident-commander");
      said(recording, "hand-over", `${now?.person ?? command.person} commands.`);
      return;
    }
    case "impact": {
      const { components } = command;
      accept(read, recording, updateIncident(knowledgeBase, recording.entry, { components }, recording.now));
      const words = components.map(({ service, level }) => `${service} ${level.replaceAll("_", " ")}`);
      said(recording, "observation", `Impact: ${words.join(", ")}.`);
      return;
    }
    case "milestone":
      recordMilestone(knowledgeBase, read, recording, command);
      return;
    case "update":
      tell(knowledgeBase, read, recording, command.text, status);
      return;
    case "note":
      said(recording, "observation", command.text);
      return;
    case "runbook":
      recordRunbook(knowledgeBase, read, recording, command);
      return;
    case "resolve":
      recordEnd(knowledgeBase, read, recording, command);
      return;
  }
}

function recordMilestone(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  { milestone, at }: Named<"milestone">,
): void {
  if (milestone === "resolved" || milestone === "closed")
    read.refuse(
      "milestone",
      `Unexpected milestone \`${milestone}\``,
      milestone === "resolved"
        ? "`/resolve 14:05Z` ends the incident."
        : "The final postmortem closes the incident.",
    );
  else if (milestone === "mitigated" && recording.data.milestones.resolved === undefined)
    accept(read, recording, updateIncident(knowledgeBase, recording.entry, { mitigated: at }, recording.now));
  else recording.take([setMilestone(milestone, at)]);
  said(recording, "observation", `Milestone: ${milestone} at ${at}.`);
}

function recordRunbook(
  { look }: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  { runbook: wish, outcome, note }: Named<"runbook">,
): void {
  const runbook = look.alias.runbook.get(wish) ?? wish;
  if (!look.runbook.has(runbook)) {
    const guess = didYouMean(wish, look.runbook.keys());
    read.refuse("runbook", `Unexpected runbook \`${wish}\``, guess);
    return;
  }
  const { runbooks } = recording.data;
  const known = runbooks.findIndex((use) => use.runbook === runbook);
  const value = { runbook, outcome, ...(note === undefined ? {} : { note }) };
  recording.take([
    known === -1
      ? addTo(runbooks, "runbooks", value, INCIDENT_FIELDS)
      : { do: "set", path: ["runbooks", known, "outcome"], value: outcome },
  ]);
  said(
    recording,
    "action",
    `Runbook ${runbook}: ${outcome.replaceAll("-", " ")}.${note === undefined ? "" : ` ${note}`}`,
  );
}

function recordEnd(
  knowledgeBase: KnowledgeBase,
  read: WishReader,
  recording: Recording,
  { at, text }: Named<"resolve">,
): void {
  const { started, detected } = recording.data.milestones;
  const tells = recording.data.customerVisible || recording.data.updates.length > 0;
  if (started === undefined)
    recording.remarks.push(
      "Nobody said when it started, so the moment in which it was noticed stands for it. `/milestone started 14:05Z` puts that right.",
    );
  const words = text ?? STANDARD_WORDS.resolved;
  const wishes = {
    ...(started === undefined ? { started: instantOfMilestone(detected) } : {}),
    ...(at === undefined ? {} : { resolved: at }),
    ...(tells ? { update: words } : { silent: true }),
    ...byOf(recording),
  };
  accept(read, recording, resolveIncident(knowledgeBase, recording.entry, wishes, recording.now));
  if (tells) recording.publicWords.push(words);
  const own = tells || text === undefined ? "" : ` ${text}`;
  said(recording, "decision", `Resolved at ${at ?? recording.at}.${own}`);
}
