import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { didYouMean } from "../suggestion.ts";

type Tree = Entry<"runbook">["data"]["decisions"];

/** Playbooks whose decision tree has an answer that leads nowhere, a node that nothing leads to, or a circle. */
export function decisionTree(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return knowledgeBase.runbooks.flatMap(({ data, file }) => {
    const places = new Map(data.decisions.map(({ id }, place) => [id, place]));
    return [
      ...dangling(data.decisions, places, file),
      ...unreachable(data.decisions, places, file),
      ...loops(data.decisions, places, file),
    ];
  });
}

function dangling(tree: Tree, places: ReadonlyMap<string, number>, file: string): Finding[] {
  return tree.flatMap(({ answers }, node) =>
    answers.flatMap(({ next }, answer) => {
      if (places.has(next)) return [];
      const help = didYouMean(next, places.keys());
      return [
        {
          code: "decision-dangling",
          message: `Unexpected node \`${next}\`, expected one of this playbook`,
          ...(help === undefined ? {} : { help }),
          spot: { file, field: ["decisions", node, "answers", answer, "next"] },
        },
      ];
    }),
  );
}

function unreachable(tree: Tree, places: ReadonlyMap<string, number>, file: string): Finding[] {
  const first = tree[0];
  if (!first) return [];
  const reached = new Set([first.id]);
  for (const id of reached)
    for (const { next } of tree[places.get(id) ?? -1]?.answers ?? []) reached.add(next);
  return tree.flatMap(({ id }, node) =>
    reached.has(id)
      ? []
      : [
          {
            code: "decision-unreachable",
            message: `Unexpected node \`${id}\`, to which no answer leads from \`${first.id}\``,
            spot: { file, field: ["decisions", node, "id"] },
          },
        ],
  );
}

/** Each answer that leads back to a node on the way to it, found by walking depth first. */
function loops(tree: Tree, places: ReadonlyMap<string, number>, file: string): Finding[] {
  const findings: Finding[] = [];
  const finished = new Set<number>();
  for (const start of tree.keys()) {
    const way = finished.has(start) ? [] : [{ node: start, answer: 0 }];
    const onWay = new Set([start]);
    for (let here = way.at(-1); here !== undefined; here = way.at(-1)) {
      const { node, answer } = here;
      const next = tree[node]!.answers[answer]?.next;
      if (next === undefined) {
        way.pop();
        onWay.delete(node);
        finished.add(node);
        continue;
      }
      here.answer++;
      const place = places.get(next);
      if (place === undefined || finished.has(place)) continue;
      if (!onWay.has(place)) {
        onWay.add(place);
        way.push({ node: place, answer: 0 });
      } else
        findings.push({
          code: "decision-loop",
          message: `Unexpected way back to \`${next}\`, expected a tree that ends`,
          spot: { file, field: ["decisions", node, "answers", answer, "next"] },
        });
    }
  }
  return findings;
}
