import { commanderOnCall, knownWord } from "../alerts/place-signal.ts";
import { plainLine } from "../alerts/plain-words.ts";
import { readTime } from "../comments/read-time.ts";
import type { Drafting, DraftProblem } from "../drafts/draft.ts";
import { draftIncident } from "../drafts/draft-incident.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { handleOf } from "../response/hand-over-command.ts";
import type { Incident } from "../schemas/incident.ts";
import { type Epoch, instantOf } from "../time.ts";
import type { FormAnswers } from "./read-form.ts";

/** An issue by which somebody declared an incident. */
export interface DeclaredIssue {
  readonly title: string;
  readonly address: string;
  /** GitHub login of whoever declared it. */
  readonly author: string;
  readonly createdAt: Epoch;
  readonly answers: FormAnswers;
}

/** The record that a declared incident begins with; everything that makes no sense of the form, as problems. */
export function declaredIncident(knowledgeBase: KnowledgeBase, issue: DeclaredIssue): Drafting {
  const { answers, createdAt, author, address } = issue;
  const problems: DraftProblem[] = [];
  const severity = answers.severity?.split(":")[0]?.trim();
  const services = (answers.services ?? "")
    .split(",")
    .map((id) => id.trim())
    .filter((id) => id !== "");
  const time = answers.started === undefined ? undefined : readTime(answers.started.trim(), createdAt);
  if (time && "problem" in time)
    problems.push({
      wish: "started",
      message: time.problem,
      ...(time.help === undefined ? {} : { help: time.help }),
    });
  const visibility = answers.visibility?.trim() ?? "internal";
  const publicTitle = plainLine(answers.publicTitle);
  if (visibility !== "public" && answers.update !== undefined)
    problems.push({
      wish: "update",
      message: "Unexpected words for customers of an incident that is internal",
      help: "Choose `public`, or leave them out.",
    });
  if (visibility === "public" && publicTitle === undefined)
    problems.push({ wish: "public title", message: "Expected a title for customers, because it is public" });
  const level = answers.impact?.trim().toLowerCase().replaceAll(" ", "_");
  const impact = level === "none" ? undefined : (level as Incident["impact"][number]["level"] | undefined);
  const by = handleOf(knowledgeBase, author);
  const commander =
    commanderOnCall(knowledgeBase, knownWord(knowledgeBase, "service", services[0]), createdAt) ?? by;
  const source = knownWord(knowledgeBase, "detection source", "employee");
  const components = services.flatMap((service) =>
    impact === undefined ? [] : [{ service, level: impact }],
  );
  const drafting = draftIncident(
    knowledgeBase,
    {
      title: plainLine(issue.title) ?? "",
      visibility,
      services,
      components,
      tracker: address,
      reported: answers.what ?? "",
      timeline: [
        {
          at: instantOf(Math.floor(createdAt / 1000) * 1000),
          kind: "decision",
          text: `Declared${severity === undefined ? "" : ` ${severity}`}.`,
          ...(by === undefined ? {} : { by }),
          evidence: [{ title: "Issue", url: address }],
        },
      ],
      ...(severity === undefined ? {} : { severity }),
      ...(time && "at" in time ? { started: time.at } : {}),
      ...(publicTitle === undefined ? {} : { publicTitle }),
      ...(visibility === "public" ? { customerVisible: true } : {}),
      ...(commander === undefined ? {} : { commander }),
      ...(source === undefined ? {} : { source }),
      ...(answers.update === undefined
        ? {}
        : { update: answers.update, ...(by === undefined ? {} : { by }) }),
    },
    createdAt,
  );
  if (problems.length === 0) return drafting;
  return { ok: false, problems: drafting.ok ? problems : [...problems, ...drafting.problems] };
}
