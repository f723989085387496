import { locate } from "../../src/core/locate.ts";
import { renderBody } from "../../src/core/markdown/render-body.ts";
import { parseDocument } from "../../src/core/parse/parse-document.ts";
import { readSource } from "../../src/loader/read-source.ts";
import { seededRandom } from "../bench/random.ts";
import { mutate } from "./mutate.ts";
import type { Seed } from "./seeds.ts";

/** What became of one mutated file. */
export type CaseResult = "valid" | "refused";

/** The bytes of one case: everything about it follows from the seed and its number. */
export function caseOf(seeds: readonly Seed[], seed: number, number: number): Seed {
  const chance = seededRandom(seed * 1_000_003 + number);
  const from = seeds[Math.floor(chance() * seeds.length)]!;
  const other = seeds[Math.floor(chance() * seeds.length)]!;
  return { kind: from.kind, bytes: mutate(from.bytes, other.bytes, chance) };
}

/** Takes one file down the whole river: bytes, text, fields, body, places, HTML for both kinds of readers. */
export function runCase({ kind, bytes }: Seed): CaseResult {
  const isData = [
    "site",
    "taxonomy",
    "teams",
    "journeys",
    "suppressions",
    "changes",
    "on-call",
    "measurement",
  ].includes(kind);
  const file = `content/${kind}/case.${isData ? "yaml" : "mdx"}`;
  const reading = readSource(kind, "case", file, bytes);
  const { entry, findings } =
    "source" in reading ? parseDocument(reading.source) : { entry: undefined, findings: [reading.finding] };
  const diagnostics = locate(findings, () => ("source" in reading ? reading.source : undefined));
  if (!entry && diagnostics.length === 0)
    throw new Error("Unexpected file that is neither valid nor explained");
  const rows = bytes.toString("utf8").split(/\r\n?|\n/).length;
  for (const { line, column, message } of diagnostics) {
    if (line !== undefined && (line < 1 || line > rows || (column ?? 1) < 1))
      throw new Error(`Unexpected place ${line}:${column} in ${rows} lines: ${message}`);
    if (/\n\s+at |RangeError|TypeError|panicked|undefined/.test(message))
      throw new Error(`Unexpected words: ${message}`);
  }
  if (!entry) return "refused";
  for (const internal of [true, false])
    renderBody(entry.body, {
      internal,
      link: (href) => href,
      image: () => undefined,
      drawing: () => undefined,
      component: () => "",
    });
  return "valid";
}
