// `node scripts/bench/edit-to-browser.ts [CONTENT …]`: how long after an edit is written the browser of `tidemark dev` shows it.
import { spawn } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../../src/adapters/browser/find-browser.ts";
import { launchBrowser } from "../../src/adapters/browser/launch-browser.ts";
import { BASE_FILES, makeDocuments, writeContent } from "./make-content.ts";

const edits = 9;
const projectDir = join(import.meta.dirname, "..", "..");
const scratch = mkdtempSync(join(tmpdir(), "tidemark-edits-"));
const path = findBrowser({ platform: process.platform, variables: process.env });
if (!path)
  throw new Error("Unexpected machine without a browser: `npm test` installs one, or set CHROME_PATH");
const browser = await launchBrowser(path);
try {
  cpSync(join(projectDir, "content"), join(scratch, "demo", "content"), { recursive: true });
  await measure("the demo", join(scratch, "demo"));
  writeContent(join(scratch, "made", "content"), makeDocuments(1000), BASE_FILES);
  await measure("1,000 documents", join(scratch, "made"));
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}

/** Starts dev, opens the page of a postmortem, and writes to its file again and again. */
async function measure(name: string, folder: string): Promise<void> {
  const content = join(folder, "content");
  const file = readdirSync(join(content, "postmortems")).at(-1)!;
  const source = join(content, "postmortems", file);
  const words = ["--content", content, "dev", "--port", "4790"];
  const dev = spawn(process.execPath, [join(projectDir, "scripts", "tidemark.ts"), ...words], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const address = await addressOf(dev.stdout);
    const page = await browser.newPage();
    await page.goto(`${address}postmortems/${file.replace(".mdx", "")}/`);
    const took: number[] = [];
    for (let edit = 1; edit <= edits; edit++) {
      const before = performance.now();
      appendFileSync(source, `\nThe edit of number ${edit}.\n`);
      await page.getByText(`The edit of number ${edit}.`).waitFor();
      took.push(performance.now() - before);
    }
    // A file in the middle of the folder order, changed in its front matter: nothing is only appended to.
    writeFileSync(source, readFileSync(source, "utf8").replace(/^title: .*/m, "title: Quite another title"));
    await page.getByRole("heading", { level: 1, name: "Quite another title" }).waitFor();
    await page.close();
    took.sort((a, b) => a - b);
    process.stdout.write(
      `${name}: ${edits} edits, median ${took[edits >> 1]!.toFixed(0)} ms, slowest ${took.at(-1)!.toFixed(0)} ms\n`,
    );
  } finally {
    dev.kill();
  }
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let said = "";
  for await (const chunk of output) {
    said += chunk.toString();
    const address = /Open (\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`dev ended: ${said}`);
}
