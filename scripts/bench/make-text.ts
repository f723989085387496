import { pick } from "./random.ts";

const WORDS = (
  "queue request pool replica latency node pod shard cache index payment order basket customer alert dashboard threshold " +
  "rollback deploy canary flag region cluster primary standby backlog retry timeout budget trace metric log page runbook " +
  "commander responder mitigation restore capacity limit connection thread worker batch stream consumer producer partition " +
  "and then while because after before under during until slowly quickly again first second third most some every other " +
  "was were had became stayed grew fell rose stopped started failed recovered drained filled waited noticed compared checked"
).split(" ");

/** A sentence of plain words. */
export function sentence(random: () => number): string {
  const length = 8 + Math.floor(random() * 12);
  const words = Array.from({ length }, () => pick(random, WORDS));
  return `${words[0]![0]!.toUpperCase()}${words.join(" ").slice(1)}.`;
}

/** A paragraph of so many sentences. */
export function paragraph(random: () => number, sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random)).join(" ");
}

/** A table, a code block and a task list, as reports have them. */
export function extras(random: () => number): { table: string; code: string; tasks: string } {
  const row = () =>
    `| ${pick(random, WORDS)} | ${Math.floor(random() * 900)} ms | ${pick(random, WORDS)} ${pick(random, WORDS)} |`;
  return {
    table: `| Signal | Value | Note |\n| --- | ---: | --- |\n${Array.from({ length: 5 }, row).join("\n")}`,
    code: `\`\`\`bash\nkubectl get pods -n ${pick(random, WORDS)} --field-selector status.phase=Pending\nfor node in $(kubectl get nodes -o name); do\n  kubectl describe "$node" | grep -A 5 ${pick(random, WORDS)}\ndone\n\`\`\`\n\n\`\`\`sql\nSELECT state, count(*) FROM ${pick(random, WORDS)} WHERE waited > interval '5 s' GROUP BY state;\n\`\`\``,
    tasks: Array.from({ length: 4 }, (_, index) => `- [${index < 2 ? "x" : " "}] ${sentence(random)}`).join(
      "\n",
    ),
  };
}
