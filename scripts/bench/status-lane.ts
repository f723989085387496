import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { BASE_FILES, type MadeDocument, makeIncidents, writeContent } from "./make-content.ts";
import { type Measured, measure } from "./measure.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const PROGRAM = join(PROJECT, "scripts", "tidemark.ts");

/** One measured run, with its name. */
export interface LaneRow {
  readonly name: string;
  readonly run: Measured;
}

/** The fast lane over a history of N public incidents, warm and cold, with one of them changed, and an empty Astro build beside it. */
export async function measureStatusLane(count: number): Promise<LaneRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-lane-"));
  try {
    const content = join(folder, "content");
    const incidents = makeIncidents(count).map(asPublic);
    writeContent(content, incidents, BASE_FILES);
    for (const id of ["service-01", "service-02", "service-03"])
      writeFileSync(
        join(content, "services", `${id}.mdx`),
        `---\ntitle: ${id}\nowner: core\ncomponent: { name: ${id} }\n---\n\nA made service.\n`,
      );
    const tidemark = (...words: string[]) =>
      measure(process.execPath, [PROGRAM, "--content", content, ...words], folder);
    const changed = join(content, "incidents", `${incidents.at(-1)!.id}.mdx`);
    const rows: LaneRow[] = [{ name: "empty Astro build", run: await emptyAstro(join(folder, "astro")) }];
    rows.push({ name: "public build, cold", run: await tidemark("build", "--audience", "public") });
    await tidemark("status", "build");
    rows.push({ name: "status, nothing changed", run: await tidemark("status", "build") });
    writeFileSync(changed, readFileSync(changed, "utf8").replace("We look into it.", "We know what it is."));
    rows.push({ name: "status, one changed", run: await tidemark("status", "build") });
    appendFileSync(changed, "\nMore.\n");
    rows.push({ name: "status, one again", run: await tidemark("status", "build") });
    rmSync(join(folder, ".cache"), { recursive: true });
    appendFileSync(changed, "\nAnd more.\n");
    rows.push({ name: "status, one, no cache", run: await tidemark("status", "build") });
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A made incident that customers were told of. */
function asPublic(document: MadeDocument): MadeDocument {
  const at = /detected: (\S+)/.exec(document.frontMatter)![1];
  const frontMatter = document.frontMatter.replace(
    "visibility: internal",
    "visibility: public\ncustomerVisible: true",
  );
  return {
    ...document,
    frontMatter: `${frontMatter}updates:\n  - { at: ${at}, status: investigating, text: We look into it. }\n`,
  };
}

/** What Astro costs for one page that says a word. */
function emptyAstro(folder: string): Promise<Measured> {
  mkdirSync(join(folder, "src", "pages"), { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
  writeFileSync(join(folder, "src", "pages", "index.astro"), "<p>Hello</p>\n");
  symlinkSync(join(PROJECT, "node_modules"), join(folder, "node_modules"), "dir");
  const astro = join(PROJECT, "node_modules", "astro", "bin", "astro.mjs");
  return measure(process.execPath, [astro, "build", "--silent"], folder, { ASTRO_TELEMETRY_DISABLED: "1" });
}
