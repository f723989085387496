import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { type Drafting, freeId, makeDraft } from "./draft.ts";
import { WishReader } from "./known-words.ts";
import { slugOf } from "./slug-of.ts";

/** What somebody knows of a runbook when it is begun. */
export interface RunbookWishes {
  readonly title?: string;
  readonly visibility?: string;
  readonly type?: "runbook" | "playbook";
  readonly services?: readonly string[];
  readonly alerts?: readonly string[];
  readonly owner?: string;
}

/** A runbook with the sections that somebody needs at three in the morning, or a playbook with a small tree to grow. */
export function draftRunbook(knowledgeBase: KnowledgeBase, wishes: RunbookWishes): Drafting {
  const read = new WishReader(knowledgeBase);
  const title = read.line("title", wishes.title);
  const visibility = read.word("visibility", "visibility", wishes.visibility ?? "internal");
  const services = read.words("service", "service", wishes.services);
  const owner =
    read.word("owner", "team", wishes.owner) ?? knowledgeBase.look.service.get(services[0] ?? "")?.data.owner;
  const alerts = [...new Set(wishes.alerts ?? [])];
  for (const alert of alerts)
    if (!/^[A-Za-z][A-Za-z0-9_.-]{0,120}$/.test(alert))
      read.refuse(
        "alert",
        `Unexpected alert \`${alert}\`, expected its name as the monitoring system sends it`,
      );
  if (read.problems.length > 0) return { ok: false, problems: read.problems };
  const kind = wishes.type ?? "runbook";
  return makeDraft(
    "runbook",
    freeId(knowledgeBase, "runbook", slugOf(title)),
    [
      {
        title,
        visibility,
        kind,
        services: services.length > 0 ? services : undefined,
        alerts: alerts.length > 0 ? alerts : undefined,
        owner,
      },
      { remarks: [...(owner === undefined ? ["owner: the team that keeps it true."] : []), ...REMARKS] },
      { reviewEvery: "180d", decisions: kind === "playbook" ? TREE : undefined },
    ],
    kind === "playbook" ? PLAYBOOK_BODY : RUNBOOK_BODY,
  );
}

const REMARKS = [
  "permissions: the rights that are needed, each with name and breakGlass, the way to get it in an emergency.",
  "verified: once somebody followed it: { on: DAY, by: HANDLE, how: read | dry-run | game-day | incident }.",
];

const TREE = [
  {
    id: "start",
    ask: "What do you see first?",
    answers: [
      { answer: "The likely thing", next: "likely" },
      { answer: "Something else", next: "unclear" },
    ],
  },
  { id: "likely", do: "Write here what to do, or name a runbook instead." },
  { id: "unclear", do: "Call the owner of the service, and say what you have seen." },
];

const ENDING = `## Verification

TODO: what shows that users are well again

## Escalation

TODO: whom to call next, and after how long`;

const RUNBOOK_BODY = `## Meaning

TODO: what this failure or alert says

## Impact

TODO: what users notice, and how soon

## Diagnosis

TODO: where to look first, and for what

## Mitigation

<Step title="Name the first action" expected="What is seen when it worked." back="How to undo it.">

TODO: the command or the clicks

</Step>

## Rollback

TODO: the way back when all of it fails

${ENDING}`;

const PLAYBOOK_BODY = `## Meaning

TODO: when to open this playbook

${ENDING}`;
