import type { Rung } from "./rung.ts";

/** Criteria that are the absence of a mistake. */
export const AVOIDED: readonly {
  /** The mistake, by id. */
  readonly mistake: string;
  readonly rung: Rung;
  readonly title: string;
  readonly wanted: number;
  readonly next: string;
}[] = [
  {
    mistake: "no-commander",
    rung: "beginner",
    title: "Declared incidents have a commander",
    wanted: 0.8,
    next: "Name an incident commander in the roles when you declare.",
  },
  {
    mistake: "alerts-without-runbook",
    rung: "beginner",
    title: "Alerts that page have a runbook",
    wanted: 0.5,
    next: "Write a runbook for the alert that paged most often.",
  },
  {
    mistake: "late-postmortems",
    rung: "beginner",
    title: "Required postmortems are final in time",
    wanted: 0.5,
    next: "Agree on a day for the oldest postmortem that is late.",
  },
  {
    mistake: "untested-paging-paths",
    rung: "intermediate",
    title: "Escalation paths are tested",
    wanted: 0.8,
    next: "Page each level once on purpose and write the day into teams.yaml.",
  },
  {
    mistake: "stale-runbooks",
    rung: "intermediate",
    title: "Runbooks are verified in their interval",
    wanted: 0.8,
    next: "Walk through the runbook that waits longest, then `tidemark runbook verify`.",
  },
  {
    mistake: "pages-without-action",
    rung: "intermediate",
    title: "Pages ask for something",
    wanted: 0.8,
    next: "Turn the alert that asked for nothing most often into a ticket, or remove it.",
  },
  {
    mistake: "no-change-link",
    rung: "intermediate",
    title: "Incidents after a push name the change",
    wanted: 0.8,
    next: "Import your deployments, and name the change in `causedBy`.",
  },
  {
    mistake: "pages-without-objective",
    rung: "advanced",
    title: "Pages stand for a promise to users",
    wanted: 0.9,
    next: "Set an objective for the service that pages without one.",
  },
  {
    mistake: "repeats",
    rung: "advanced",
    title: "Failures do not come again",
    wanted: 0.9,
    next: "Look at the signature that repeats most, and at what became of its items.",
  },
  {
    mistake: "unguarded-automation",
    rung: "advanced",
    title: "Automation has a guard, a canary and a way back",
    wanted: 1,
    next: "Write down how to undo what the automation of a runbook does.",
  },
];
