import type { Code } from "./code.ts";

/** Problems of postmortems. */
export const POSTMORTEM_CODES: readonly Code[] = [
  {
    code: "postmortem-missing",
    severity: "warning",
    title: "A required postmortem that nobody began",
    explanation: `The policy of the peak severity in taxonomy.yaml, or a decision in the record itself, asks for a postmortem, and the time for its draft is over. Whether that fails the check is set by \`policies.postmortemDeadline\` in site.yaml.

Write the draft, or record why none is due.`,
    wrong: `severity: { initial: SEV1, peak: SEV1 }
# and no postmortem names the incident`,
    right: `severity: { initial: SEV1, peak: SEV1 }
postmortem:
  required: false
  reason: The vendor published one, and nothing of ours could have changed it`,
    language: "yaml",
  },
  {
    code: "postmortem-late",
    severity: "warning",
    title: "A required postmortem that is not final in time",
    explanation:
      "The postmortem was begun, but the time that the policy gives for making it final is over. Lessons lose their force while they wait. Finish the review; what is still open becomes an action item.",
    wrong: "state: in-review",
    right: `state: final
finalized: 2026-03-20T15:00:00Z
lesson: A pool without an alert on saturation fails in silence.`,
    language: "yaml",
  },
  {
    code: "postmortem-unfinished",
    severity: "error",
    title: "A final postmortem without its lesson or date",
    explanation:
      "A final postmortem says in one sentence what to remember, and when it became final. Lists and figures are made from both.",
    wrong: "state: final",
    right: `state: final
finalized: 2026-03-20T15:00:00Z
lesson: A pool without an alert on saturation fails in silence.`,
    language: "yaml",
  },
  {
    code: "postmortem-incomplete",
    severity: "warning",
    title: "A final postmortem that lacks sections",
    explanation:
      "A complete postmortem has a summary, impact with numbers, timeline, detection, response, contributing factors, what went well, what went badly, where we got lucky, action items with owner and due date, lessons, and customer communication. Each has a weight in the score; placeholder text counts as missing.",
    wrong: `## Summary

TODO`,
    right: `## Summary

For 41 minutes one order in three failed, because the connection pool was exhausted.`,
    language: "mdx",
  },
  {
    code: "postmortem-order",
    severity: "error",
    title: "A postmortem that was final too soon",
    explanation:
      "A postmortem is drafted before it is final, and becomes final after the incident was resolved. Both places are named, because either may be the wrong one.",
    wrong: `drafted: 2026-03-16T10:00:00Z
finalized: 2026-03-15T15:00:00Z`,
    right: `drafted: 2026-03-16T10:00:00Z
finalized: 2026-03-20T15:00:00Z`,
    language: "yaml",
  },
  {
    code: "postmortem-early",
    severity: "warning",
    title: "A postmortem of an open incident is past its draft",
    explanation:
      "While the incident is open its story is not over. Keep the postmortem a draft, or record when the incident was resolved.",
    wrong: "state: final   # the incident has no `resolved`",
    right: "state: draft",
    language: "yaml",
  },
];
