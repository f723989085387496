// A process that may die: takes cases in their order and writes a line before and after each, so that its parent knows which one killed it.
import { writeSync } from "node:fs";
import { caseOf, runCase } from "./run-case.ts";
import { readSeeds } from "./seeds.ts";

const [seed, first, end, step, ...folders] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  ...string[],
];
const seeds = readSeeds(folders);

for (let number = Number(first); number < Number(end); number += Number(step)) {
  const file = caseOf(seeds, Number(seed), number);
  writeSync(1, `< ${number}\n`);
  const before = process.cpuUsage();
  let result: string;
  try {
    result = runCase(file);
  } catch (error) {
    result = `thrown ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
  const { user, system } = process.cpuUsage(before);
  writeSync(1, `> ${number} ${Math.round((user + system) / 1000)} ${JSON.stringify(result)}\n`);
}
