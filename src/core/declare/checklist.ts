import { COMMANDS } from "../comments/command.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** The comment with which the work on an incident begins: what each role sees to, and the commands. */
export function checklistComment({ look }: KnowledgeBase, { data }: Entry<"incident">): string {
  const runbooks = [...new Set(data.services.flatMap((service) => look.runbooksOf.get(service) ?? []))];
  const parts = [
    "The record of this incident has begun. Who does what:",
    ...ROLES.map(([role, steps]) => `**${role}**\n${steps.map((step) => `- [ ] ${step}`).join("\n")}`),
    ...(runbooks.length === 0
      ? []
      : [
          `Runbooks of these services: ${runbooks
            .slice(0, 10)
            .map(({ id }) => `\`${id}\``)
            .join(", ")}`,
        ]),
    `Whoever may write in this repository drives it by comments, a command per line:\n\n\`\`\`text\n${Object.values(COMMANDS).join("\n")}\n\`\`\``,
  ];
  return parts.join("\n\n");
}

const ROLES: readonly (readonly [string, readonly string[]])[] = [
  [
    "Incident commander",
    [
      "Says here that they command, and names who operates and who tells customers",
      "Judges the severity again every half hour",
      "Decides what is tried next, and writes down why",
    ],
  ],
  [
    "Operations",
    [
      "Stops the harm before looking for causes",
      "Writes each action down with `/note`",
      "Says with `/runbook` whether the runbook helped",
    ],
  ],
  [
    "Communications",
    [
      "Tells customers what they can and cannot do, with `/update`",
      "Keeps the promised time of the next update, also when nothing is new",
    ],
  ],
  [
    "At the end",
    [
      "Confirms by the numbers that it is over, then `/resolve`",
      "Says when the harm began: `/milestone started 14:05Z`",
    ],
  ],
];
