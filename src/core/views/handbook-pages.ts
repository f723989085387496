import { ON_GITHUB } from "./handbook-github.ts";
import type { HandbookGroup, HandbookPage } from "./handbook-page.ts";
import { PUBLISHING } from "./handbook-publishing.ts";

/** The pages in reading order, in the groups of the front page. */
export const HANDBOOK_GROUPS: readonly HandbookGroup[] = [
  {
    title: "During an incident",
    pages: [
      {
        id: "declare-or-not",
        title: "When to call it an incident",
        summary: "Declare early, choose a severity by what users feel, and change it when you learn more.",
        topics: ["severity", "declare", "near miss", "retrospect", "priority", "update"],
      },
      {
        id: "severity",
        title: "Choosing a severity",
        summary:
          "How badly users are hurt, in one word: how to choose it, change it, and what follows from it.",
        topics: ["severity", "initial", "peak", "final", "criteria", "SEV1", "priority"],
      },
      {
        id: "roles",
        title: "Who does what",
        summary: "The incident commander and the other roles, and how to hand one over.",
        topics: [
          "incident commander",
          "operations",
          "communications",
          "scribe",
          "subject-expert",
          "legal",
          "liaison",
          "hand-over",
        ],
      },
    ],
  },
  {
    title: "Writing it down",
    pages: [
      {
        id: "writing-an-incident",
        title: "Writing an incident",
        summary: "The record of one incident, field by field: milestones, impact, timeline, text.",
        topics: [
          "front matter",
          "milestones",
          "impact",
          "timeline",
          "evidence",
          "precision",
          "signature",
          "factors",
        ],
      },
      {
        id: "writing-a-postmortem",
        title: "Writing a postmortem",
        summary: "What a good one holds, how it is scored, and how to write about people without blame.",
        topics: [
          "blameless",
          "sections",
          "lesson",
          "draft",
          "final",
          "completeness",
          "hindsight",
          "diagram",
          "picture",
          "mermaid",
        ],
      },
      {
        id: "a-good-postmortem",
        title: "A good postmortem, taken apart",
        summary: "One example, section by section, with what makes each piece worth its space.",
        topics: ["lesson", "luck", "impact", "reasoning", "root cause", "example"],
      },
      {
        id: "runbook-or-playbook",
        title: "Runbook or playbook",
        summary: "Which of the two you need, how to write a step, and how to keep it true.",
        topics: ["steps", "decision tree", "verified", "stale", "dry run", "game day", "break-glass"],
      },
      {
        id: "action-items",
        title: "Agreeing action items",
        summary: "Follow-ups that get done: how strong a fix is, when it is late, and what to do when it is.",
        topics: ["strength", "due date", "overdue", "slip", "waiver", "dropped", "blocked", "owner"],
      },
      {
        id: "writing-a-service",
        title: "Writing a service",
        summary:
          "What the record of a service holds: owner, dependencies, objectives, alerts, what customers see.",
        topics: ["criticality", "objective", "component", "vendor", "dependsOn", "alerts"],
      },
      {
        id: "maintenance-and-changes",
        title: "Maintenance and changes",
        summary: "How to announce planned work, and how to keep the log of what was changed.",
        topics: ["announced", "window", "deployment", "flag", "change log", "outcome", "suspects"],
      },
      {
        id: "on-call",
        title: "Being on call",
        summary: "Rosters, tested escalation, and what a page costs.",
        topics: ["on-call", "roster", "shift", "page", "escalation", "backup", "actionable", "night"],
      },
      {
        id: "game-days",
        title: "Holding a game day",
        summary: "How to break something on purpose, what to write down, and why its times stay apart.",
        topics: ["dry run", "scenario", "findings", "measured", "way back", "expect"],
      },
    ],
  },
  {
    title: "Being ready",
    pages: [
      {
        id: "first-week",
        title: "Your first week",
        summary: "Five small tasks, after which you can find your way here in the dark.",
        topics: ["on call", "scribe", "verified", "shift", "break-glass"],
      },
      {
        id: "readiness-checklists",
        title: "Readiness checklists",
        summary: "What to have before production and before somebody is on call, and a list for the wall.",
        topics: ["production", "canary", "roster", "escalation", "replay", "readiness", "gates"],
      },
    ],
  },
  PUBLISHING,
  ON_GITHUB,
  {
    title: "Words",
    pages: [
      {
        id: "glossary",
        title: "Glossary",
        summary: "What the words mean here, and what is easily misread about each.",
        topics:
          "MTTR, time to restore, time to detect, error budget, burn rate, availability, objective, contributing factor, root cause, trigger, relapse, repeat, foresight, censored, weighting".split(
            ", ",
          ),
      },
    ],
  },
];

/** The front page of the handbook. */
export const HANDBOOK_INDEX: HandbookPage = {
  id: "index",
  title: "Handbook",
  summary: "How we handle incidents, write about them, and learn from them.",
  topics: ["broken", "severities", "vocabularies", "policies"],
};

/** Every page, the front page first. */
export const HANDBOOK: readonly HandbookPage[] = [
  HANDBOOK_INDEX,
  ...HANDBOOK_GROUPS.flatMap(({ pages }) => pages),
];

/** Address of a page of the handbook within the site, `/handbook/roles/`. */
export function addressOfHandbook({ id }: HandbookPage): string {
  return id === HANDBOOK_INDEX.id ? "/handbook/" : `/handbook/${id}/`;
}

/** The page that stands at an address within the site. */
export function handbookPageAt(path: string): HandbookPage | undefined {
  return HANDBOOK.find((page) => addressOfHandbook(page) === path);
}
