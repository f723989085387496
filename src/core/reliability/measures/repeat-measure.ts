import { allActionItems, type PlacedItem } from "../../action-items/all-action-items.ts";
import { grouped } from "../../grouped.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { dateIn, durationOf } from "../../time.ts";
import { milestoneTime } from "../milestone-time.ts";
import { countValue, inputOf, leftOutOf } from "./counted.ts";
import type { Input, LeftOut, Measure } from "./measure.ts";
import { beganAt } from "./slices.ts";

/** Where the fix of the earlier incident stood when the same failure came again. */
export type StateOfFix = "fix done" | "fix pending" | "never planned";

/** Incidents with the signature of one in the days before, by the state of the fix. */
export const repeatMeasure: Measure = {
  id: "repeats",
  name: "Repeats",
  unit: "count",
  formula:
    "incidents with the signature of an earlier one that was resolved less than `repeatWindow` before they started; under `relapseWindow` it is a relapse of the same incident and does not count",
  misleads: "What has no signature cannot be a repeat.",
  of(scope) {
    const judge = judgeOf(scope.knowledgeBase);
    const inputs: Input[] = [];
    const leftOut: LeftOut[] = [];
    for (const incident of scope.incidents) {
      const { input, relapse } = judge(incident);
      if (input) inputs.push(input);
      if (relapse) leftOut.push(relapse);
    }
    const count = (state: StateOfFix) => inputs.filter(({ value }) => value === state).length;
    const states = ["fix done", "fix pending", "never planned"] as const;
    return {
      value: countValue(
        scope,
        inputs.length,
        states.map((name) => ({ name, value: count(name) })),
      ),
      inputs,
      leftOut,
    };
  },
};

/** The newest earlier incident with the same signature. */
export function earlierOf(
  { look }: KnowledgeBase,
  incident: Entry<"incident">,
): Entry<"incident"> | undefined {
  const { signature } = incident.data;
  const alike = signature === undefined ? undefined : look.incidentsBySignature.get(signature);
  if (alike === undefined) return undefined;
  const known = orders.get(alike) ?? [...alike].sort((a, b) => beganAt(b) - beganAt(a));
  orders.set(alike, known);
  const began = beganAt(incident);
  return known.find((other) => beganAt(other) < began);
}

// Of those that share a signature, the newest first; of two that began at once the one that the look-up has first.
const orders = new WeakMap<readonly Entry<"incident">[], readonly Entry<"incident">[]>();

/** What an incident is to the measure: a repeat, a relapse, or neither. */
interface Judged {
  readonly input?: Input;
  readonly relapse?: LeftOut;
}

/** Judges each incident once, whatever slices it is in. */
function judgeOf(knowledgeBase: KnowledgeBase): (incident: Entry<"incident">) => Judged {
  const known = books.get(knowledgeBase);
  if (known) return known;
  const { policies } = knowledgeBase.site;
  const windows = {
    repeat: durationOf(policies.repeatWindow),
    relapse: durationOf(policies.relapseWindow),
  };
  const items = itemsBySignature(knowledgeBase);
  const answers = new Map<Entry<"incident">, Judged>();
  const judge = (incident: Entry<"incident">): Judged => {
    const answer = answers.get(incident) ?? judgeAnew(incident);
    answers.set(incident, answer);
    return answer;
  };
  books.set(knowledgeBase, judge);
  return judge;

  function judgeAnew(incident: Entry<"incident">): Judged {
    const earlier = earlierOf(knowledgeBase, incident);
    if (earlier === undefined) return {};
    const gap = beganAt(incident) - (milestoneTime(earlier.data, "resolved") ?? beganAt(earlier));
    if (gap >= windows.repeat) return {};
    if (gap < windows.relapse)
      return { relapse: leftOutOf(incident, `a relapse of ${earlier.id}`, ["signature"]) };
    const state = stateOfFix(knowledgeBase, items, incident);
    return { input: inputOf(incident, [["signature"], ["milestones"]], state) };
  }
}

const books = new WeakMap<KnowledgeBase, (incident: Entry<"incident">) => Judged>();

/** Items that would prevent a signature: those that name it, and those of its incidents and their postmortems. */
function itemsBySignature(knowledgeBase: KnowledgeBase): ReadonlyMap<string, readonly PlacedItem[]> {
  return grouped(allActionItems(knowledgeBase), ({ entry, item }) => {
    const incidents =
      entry.kind === "incident" ? [entry.id] : entry.kind === "postmortem" ? entry.data.incidents : [];
    const named = item.signature === undefined ? [] : [item.signature];
    return new Set([
      ...named,
      ...incidents.flatMap((id) => knowledgeBase.look.incident.get(id)?.data.signature ?? []),
    ]);
  });
}

/** Done when every preventing item agreed before the repeat was done by then, pending when one was not, never planned without any. */
function stateOfFix(
  { site }: KnowledgeBase,
  items: ReadonlyMap<string, readonly PlacedItem[]>,
  incident: Entry<"incident">,
): StateOfFix {
  const day = dateIn(beganAt(incident), site.timeZone);
  const agreed = (items.get(incident.data.signature!) ?? []).filter(
    ({ item, entry }) => item.kind === "prevent" && item.opened < day && entry.id !== incident.id,
  );
  const kept = agreed.filter(({ item }) => item.status !== "dropped");
  if (kept.length === 0) return "never planned";
  return kept.every(({ item }) => item.done !== undefined && item.done <= day) ? "fix done" : "fix pending";
}
