import type { Code } from "./code.ts";

/** Problems of runbooks and playbooks. */
export const RUNBOOK_CODES: readonly Code[] = [
  {
    code: "runbook-stale",
    severity: "warning",
    title: "A runbook whose review is due",
    explanation:
      "A runbook that nobody followed for long is probably wrong, and is found out at night. `reviewEvery` says how often it must be verified; the time has passed. Follow it, mend it, and record the day.",
    wrong: `verified: { on: 2025-03-01, by: ada, how: dry-run }
reviewEvery: 180d`,
    right: `verified: { on: 2026-03-20, by: ada, how: dry-run }
reviewEvery: 180d`,
    language: "yaml",
  },
  {
    code: "runbook-unverified",
    severity: "warning",
    title: "A runbook that nobody ever followed",
    explanation:
      "Until somebody has followed it, a runbook is a guess. Walk through it once and record who did so, when and how: by reading, in a dry run, on a game day or in an incident.",
    wrong: "title: Connection pool of the checkout is exhausted",
    right: `title: Connection pool of the checkout is exhausted
verified: { on: 2026-03-20, by: ada, how: dry-run }`,
    language: "yaml",
  },
  {
    code: "runbook-changed",
    severity: "warning",
    title: "A runbook that changed since it was verified",
    explanation:
      "Somebody followed this runbook and it worked, and then its text, its variables, its rights or its decision tree was changed. What was proved is another text. Follow it again and record that with `tidemark runbook verify`, which writes day, person, how, and the digest of the text.",
    wrong: `# The text now has the digest 71c2f0a9be14
verified: { on: 2026-03-20, by: ada, how: dry-run, text: 0d4c81be5a77 }`,
    right: `# The text has the digest 71c2f0a9be14
verified: { on: 2026-03-28, by: ada, how: read, text: 71c2f0a9be14 }`,
    language: "yaml",
  },
  {
    code: "runbook-defective",
    severity: "warning",
    title: "A runbook that did not help",
    explanation:
      "An incident used this runbook after its last verification and reported that it did not help, or did harm. The next one who needs it should not find out again. Mend it, then verify it.",
    wrong: `# runbooks/checkout-pool.mdx
verified: { on: 2026-01-10, by: ada, how: read }
# incidents/2026-03-14-checkout-timeouts.mdx
runbooks: [{ runbook: checkout-pool, outcome: did-not-help }]`,
    right: `# runbooks/checkout-pool.mdx
verified: { on: 2026-03-20, by: ada, how: dry-run }`,
    language: "yaml",
  },
  {
    code: "runbook-owner-missing",
    severity: "warning",
    title: "A runbook that no team owns",
    explanation: "Somebody must keep it true and be asked when it fails. `owner` names that team.",
    wrong: "title: Connection pool of the checkout is exhausted",
    right: `title: Connection pool of the checkout is exhausted
owner: payments`,
    language: "yaml",
  },
  {
    code: "decision-dangling",
    severity: "error",
    title: "An answer that leads nowhere",
    explanation:
      "Each answer of a playbook leads to a node of the same playbook. One that leads to a node that does not exist leaves the responder alone.",
    wrong: `decisions:
  - id: start
    ask: Is the pool exhausted?
    answers: [{ answer: Yes, next: raise-pol }]
  - id: raise-pool
    do: Raise the pool size`,
    right: `decisions:
  - id: start
    ask: Is the pool exhausted?
    answers: [{ answer: Yes, next: raise-pool }]
  - id: raise-pool
    do: Raise the pool size`,
    language: "yaml",
  },
  {
    code: "decision-unreachable",
    severity: "warning",
    title: "A node that nobody can reach",
    explanation:
      "The first node is where to start. No chain of answers leads from there to this one, so its advice is never read. Lead to it, or remove it.",
    wrong: `decisions:
  - id: start
    do: Look at the dashboard
  - id: raise-pool
    do: Raise the pool size`,
    right: `decisions:
  - id: start
    ask: Is the pool exhausted?
    answers: [{ answer: Yes, next: raise-pool }]
  - id: raise-pool
    do: Raise the pool size`,
    language: "yaml",
  },
  {
    code: "decision-loop",
    severity: "warning",
    title: "A decision tree that goes in a circle",
    explanation:
      "A tree ends, so that a responder at night knows when it has nothing more to say. If something must be tried again, say so in the text of the node, with a limit.",
    wrong: `decisions:
  - id: start
    ask: Is it healthy?
    answers: [{ answer: No, next: restart }]
  - id: restart
    do: Restart one instance
    answers: [{ answer: Done, next: start }]`,
    right: `decisions:
  - id: start
    ask: Is it healthy?
    answers: [{ answer: No, next: restart }]
  - id: restart
    do: Restart one instance, at most twice; then escalate`,
    language: "yaml",
  },
];
