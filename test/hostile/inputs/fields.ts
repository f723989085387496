import { type Input, incident, runbook, runbookText } from "../input.ts";

const item = (fields: string) => `services: [checkout]\nactionItems:\n  - { ${fields} }`;
const ITEM = "title: T, kind: detect, priority: medium, opened: 2026-03-20";

/** Fields that cannot be true, or name what is not there. */
export const fieldInputs: readonly Input[] = [
  incident(
    "2024-02-30",
    "2026-03-14T10:05:00Z",
    "2024-02-30T10:05:00Z",
    '8:13 invalid-instant Unexpected "2024-02-30T10:05:00Z" in `milestones.detected`: names a day that is on no calendar',
  ),
  incident(
    "February 29th of no leap year",
    "2026-03-14T10:05:00Z",
    "2025-02-29T10:05:00Z",
    "8:13 invalid-instant",
  ),
  incident(
    "a time without an offset",
    "2026-03-14T10:05:00Z",
    "2026-03-14T10:05:00",
    '8:13 invalid-instant Unexpected "2026-03-14T10:05:00" in `milestones.detected`: has no UTC offset',
  ),
  incident("a time with a space", "2026-03-14T10:05:00Z", "2026-03-14 10:05:00", "8:13 invalid-instant"),
  incident("a day without a time", "2026-03-14T10:05:00Z", "2026-03-14", "8:13 invalid-instant"),
  incident("25 o'clock", "2026-03-14T10:05:00Z", "2026-03-14T25:05:00Z", "8:13 invalid-instant"),
  incident("an offset of a day", "2026-03-14T10:05:00Z", "2026-03-14T10:05:00+24:00", "8:13 invalid-instant"),
  incident("a number as a time", "2026-03-14T10:05:00Z", "1773482700", "8:13 wrong-type"),
  incident(
    "resolved before detected",
    "2026-03-14T11:00:00Z",
    "2026-03-14T10:01:00Z",
    "9:13 milestone-order",
  ),
  incident("an open incident", "  resolved: 2026-03-14T11:00:00Z\n  verified: 2026-03-14T11:10:00Z\n", ""),
  incident("an unknown service", "[checkout]", "[chekout]", "5:12 unknown-service"),
  incident("an unknown severity", "initial: SEV3", "initial: SEV9", "4:22 unknown-severity"),
  incident(
    "an unknown team",
    "services: [checkout]",
    "services: [checkout]\nteam: paymets",
    "6:7 unknown-team",
  ),
  incident(
    "an action item without an owner",
    "services: [checkout]",
    item(`id: ai-1, ${ITEM}, due: 2026-05-01, status: open`),
    "7:5 item-owner-missing",
  ),
  incident(
    "an action item without a due date",
    "services: [checkout]",
    item(`id: ai-2, ${ITEM}, owner: payments, status: open`),
    "7:5 item-due-missing",
  ),
  incident(
    "done without a date",
    "services: [checkout]",
    item(`id: ai-3, ${ITEM}, owner: payments, due: 2026-05-01, status: done`),
    "7:121 item-done-date",
  ),
  incident(
    "an address that is a program",
    "services: [checkout]",
    "services: [checkout]\ntracker: javascript:alert(1)",
    "6:10 invalid-value",
  ),
  incident(
    "an address that leaves its attribute",
    "services: [checkout]",
    "services: [checkout]\ntracker: 'https://x.example/\"onmouseover=alert(1)'",
    "6:10 invalid-value",
  ),
  incident(
    "`</script>` in a text",
    "services: [checkout]",
    'services: [checkout]\nworkaround: "</script><script>alert(1)</script>"',
  ),
  incident("`]]>` in a text", "services: [checkout]", 'services: [checkout]\nworkaround: "]]><x>"'),
  incident(
    "a number that is none",
    "services: [checkout]",
    "services: [checkout]\nsupportTickets: .nan",
    "6:17 wrong-type",
  ),
  incident(
    "a number without end",
    "services: [checkout]",
    "services: [checkout]\nsupportTickets: 1e400",
    "6:17 wrong-type",
  ),
  incident(
    "a share above one",
    "services: [checkout]",
    "services: [checkout]\nimpact: [{ service: checkout, level: none, from: 2026-03-14T10:05:00Z, to: 2026-03-14T10:06:00Z, fraction: 1.5 }]",
    "6:108 invalid-value",
  ),
  incident(
    "an id that climbs",
    "services: [checkout]",
    "services: [checkout]\naliases: [../../etc/passwd]",
    "6:11 invalid-value",
  ),
  incident(
    "an unknown field and an unknown service",
    "services: [checkout]",
    "services: [chekout]\nodd: 1",
    "5:12 unknown-service",
    "6:1 unknown-field",
  ),
  incident(
    "items of which one is not valid and the next has an unknown owner",
    "services: [checkout]",
    `services: [checkout]\nactionItems:\n  - { id: a, ${ITEM}, status: open, owner: 7 }\n  - { id: b, ${ITEM}, status: open, owner: nobody, due: 2026-04-20 }`,
    "7:97 wrong-type",
    "8:97 unknown-owner",
  ),
  {
    ...runbook("a body with an element and an unknown team", "<b>x</b>", "4:8 unknown-team", "8:1 mdx-html"),
    bytes: runbookText("<b>x</b>").replace("owner: payments", "owner: paymnts"),
  },
];
