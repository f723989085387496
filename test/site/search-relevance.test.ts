import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { serveFolder } from "../../scripts/serve-folder.ts";
import { closeBrowser, openPage } from "../support/browser.ts";
import { corpusFolder } from "../support/corpora.ts";
import { runBuild, runTidemark } from "../support/run-tidemark.ts";

afterAll(closeBrowser);

/** An alert with its one-line summary, and the runbook that its authors wrote for it. Only this test reads these. */
interface Judgement {
  readonly alert: string;
  readonly summary: string;
  readonly doc: string;
}

const judgements = corpusFolder("_qrels");
const runbooks = corpusFolder("prom-operator-runbooks");
const bounds = { summary: 0.91, alert: 0.98 } as const;

test.skipIf(!judgements || !runbooks)(
  "an alert's summary finds its runbook with an MRR@10 of 0.91, its name with 0.98 (needs the corpora)",
  { timeout: 300_000 },
  async () => {
    const root = mkdtempSync(join(tmpdir(), "tidemark-relevance-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const folder = { root, content: join(root, "content") };
    const imported = await runTidemark([
      ...["import", "markdown", runbooks!, "--kind", "runbook", "--out", folder.content],
    ]);
    expect(imported.code, imported.stderr).toBe(0);
    const { code, out, stderr } = await runBuild(folder);
    expect(code, stderr).toBe(0);
    const served = await serveFolder({ folder: out, base: "/", port: 0 });
    const pairs = readFileSync(
      join(judgements!, "kube-prometheus-alerts__prom-operator-runbooks.jsonl"),
      "utf8",
    )
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Judgement)
      .sort((a, b) => (a.alert < b.alert ? -1 : 1));
    const { page, complaints, close } = await openPage(`${served.address}search/`);
    for (const [field, bound] of Object.entries(bounds) as ["summary" | "alert", number][]) {
      const answers = await page.evaluate(
        ask,
        pairs.map((pair) => pair[field]),
      );
      const ranks = pairs.map(({ doc }, index) => 1 / rankOf(doc, answers[index]!));
      const halves = [0, 1].map((half) => mean(ranks.filter((_, index) => index % 2 === half)));
      const whole = mean(ranks);
      console.log(
        `MRR@10 by ${field}: ${whole.toFixed(3)} of ${pairs.length}; halves ${halves.map((half) => half.toFixed(3)).join(" and ")}`,
      );
      expect(whole, field).toBeGreaterThanOrEqual(bound);
    }
    expect(complaints).toEqual([]);
    await close();
    await served.close();
  },
);

/** In the page: pastes each question into the search field and reads the addresses of the ten pages that it shows. */
async function ask(questions: readonly string[]): Promise<string[][]> {
  const input = document.querySelector<HTMLInputElement>(".search-field")!;
  const list = document.querySelector<HTMLElement>(".search-results")!;
  const answers: string[][] = [];
  for (const question of questions) {
    input.value = question;
    input.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
    const begun = performance.now();
    while (list.dataset.answers !== question.trim()) {
      if (performance.now() - begun > 20_000) throw new Error(`Unexpected silence on ${question}`);
      await new Promise((next) => setTimeout(next, 5));
    }
    answers.push([...list.querySelectorAll("a")].slice(0, 10).map((link) => link.pathname));
  }
  return answers;
}

/** From 1; infinite where the runbook is not among them. */
function rankOf(doc: string, answer: readonly string[]): number {
  const name = doc.split("/").at(-1)!.replace(/\.md$/, "").toLowerCase();
  const index = answer.indexOf(`/runbooks/${name}/`);
  return index === -1 ? Number.POSITIVE_INFINITY : index + 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
