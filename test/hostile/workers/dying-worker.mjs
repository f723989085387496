// Stands in for scripts/fuzz/worker.ts: case 1 dies by a signal, 2 throws, 3 hangs, 4 is slow, 5 ends the process.
import { writeSync } from "node:fs";

const [, first, end, step] = process.argv.slice(2).map(Number);
for (let number = first; number < end; number += step) {
  writeSync(1, `< ${number}\n`);
  if (number === 1) process.kill(process.pid, "SIGSEGV");
  if (number === 3) for (;;);
  if (number === 5) process.exit(9);
  const result = number === 2 ? "thrown Error: no" : "valid";
  writeSync(1, `> ${number} ${number === 4 ? 1001 : 1} ${JSON.stringify(result)}\n`);
}
