// Tries mutated files on the parser: `node scripts/fuzz.ts [--count N] [--seed N] [--show CASE] FOLDER…`
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { fuzz } from "./fuzz/fuzz.ts";
import { caseOf } from "./fuzz/run-case.ts";
import { readSeeds } from "./fuzz/seeds.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    show: { type: "string" },
  },
});
const folders = positionals.length > 0 ? positionals : ["content", "test/fixtures"];
const seed = Number(values.seed);

if (values.show !== undefined)
  process.stdout.write(caseOf(readSeeds(folders), seed, Number(values.show)).bytes);
else {
  const request = { seed, count: Number(values.count), processes: availableParallelism(), folders };
  const { valid, refused, slowest, failures } = await fuzz(request);
  for (const { number, what } of failures)
    console.error(
      `Case ${number}: ${what}\n  see it with --seed ${seed} --show ${number} ${folders.join(" ")}`,
    );
  console.log(
    `${request.count} files from seed ${seed}: ${valid} valid, ${refused} refused, ${failures.length} failures; slowest ${slowest.milliseconds} ms (case ${slowest.number})`,
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}
