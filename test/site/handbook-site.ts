import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { writeFiles } from "../../src/adapters/publish/write-files.ts";
import { writeSiteFiles } from "../../src/adapters/publish/write-site-files.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { addressOfHandbook, HANDBOOK } from "../../src/core/views/handbook-pages.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import { siteFilesOf } from "../../src/core/views/site-files.ts";
import { siteView } from "../../src/core/views/site-view.ts";
import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { writeFacts } from "../../src/loader/write-facts.ts";
import { statusFiles } from "../../src/site/status/status-site.ts";
import { drawSite } from "../support/draw-site.ts";

const root = resolve(import.meta.dirname, "../..");

/** Where the texts of the handbook stand. */
export const SOURCES = "src/site/pages/handbook";
export const BASE = "/kb/";
export const NOW = epochOf("2026-04-01T08:00:00Z");

/** The texts of the handbook's pages, by id. */
export const TEXTS = new Map(
  HANDBOOK.map(({ id }) => [id, readFileSync(join(root, SOURCES, `${id}.mdx`), "utf8")] as const),
);

/** The examples that the pages show, as the files that they are. */
export const EXAMPLES = {
  "writing-an-incident": "incidents/2026-03-21-payment-confirmations-late.mdx",
  "writing-a-postmortem": "postmortems/2026-03-21-payment-confirmations-late.mdx",
  "runbook-or-playbook": "runbooks/confirmations-wait.mdx",
  "writing-a-service": "services/receipts.mdx",
  "maintenance-and-changes": "maintenance/2026-04-18-move-receipts.mdx",
  "game-days": "game-days/2026-03-30-slow-provider.mdx",
};

/** The minimal content folder with the examples of the handbook in it, read and checked. */
export function readExamples(scratch: string) {
  const content = join(scratch, "content");
  cpSync(join(root, "test/fixtures/minimal"), content, { recursive: true });
  writeFileSync(
    join(content, "site.yaml"),
    readFileSync(join(content, "site.yaml"), "utf8").replace(".org/", `.org${BASE}`),
  );
  for (const [id, file] of Object.entries(EXAMPLES)) {
    mkdirSync(join(content, dirname(file)), { recursive: true });
    writeFileSync(join(content, file), codeOf(TEXTS.get(id)!).slice(0, 2).join("\n\n"));
  }
  mkdirSync(join(content, "changes"), { recursive: true });
  writeFileSync(join(content, "changes/2026-03.yaml"), codeOf(TEXTS.get("maintenance-and-changes")!)[3]!);
  const postmortem = join(content, EXAMPLES["writing-a-postmortem"]);
  writeFileSync(
    postmortem,
    `${readFileSync(postmortem, "utf8")}\n\nRead the [roles](/handbook/roles/), the [list](/actions/) and the [word](/taxonomy/factors/gap-in-monitoring/).\n`,
  );
  return readContent(content, join(scratch, "cache"));
}

/** The pages of the site that one audience gets. */
export function siteFor(scratch: string, audience: string) {
  const { knowledgeBase } = readExamples(scratch);
  const reader = readerOf(knowledgeBase!.site, audience)!;
  const context = viewContext(project(knowledgeBase!, reader, NOW), NOW);
  return { site: siteView(context), pages: [...pagesOf(context)], context };
}

/** The internal site drawn: its folder, the addresses of its pages and its other files. */
export async function drawnHandbook(scratch: string) {
  const { site, pages, context } = siteFor(scratch, "internal");
  const facts = writeFacts(join(scratch, "facts"), site, pages);
  const { folder } = await drawSite(scratch, join(scratch, "facts"), facts, BASE);
  // Without the service worker, which would keep all of it on the device of each page's visit.
  const files = [
    ...writeSiteFiles(folder, siteFilesOf(context)),
    ...writeFiles(folder, statusFiles(gatherStatus(context))),
  ];
  return { folder, paths: facts.pages.map(({ path }) => path), files };
}

/** The words of a page as its reader sees them, without code blocks. */
export function wordsOf(folder: string, id: string): string {
  const page = HANDBOOK.find((each) => each.id === id)!;
  const html = readFileSync(join(folder, addressOfHandbook(page), "index.html"), "utf8");
  const main = html.slice(html.indexOf('<div class="prose">'), html.indexOf("<footer"));
  return main
    .replace(/<pre[\s\S]*?<\/pre>/g, " ")
    .replace(/<aside[\s\S]*$/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

/** The blocks of code of a page, as an author would copy them. */
function codeOf(text: string): string[] {
  return [...text.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
}

/** The words of a line as a shell parts them: what stands in quotes is one. */
export function shellWords(line: string): string[] {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"(.*)"$/, "$1"));
}
