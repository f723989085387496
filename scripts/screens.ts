// `npm run screens`: the pictures that `npm run shots` made, as one sheet for each template and a page of the docs.
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { findOrInstallBrowser } from "../src/adapters/browser/install-browser.ts";
import { launchBrowser } from "../src/adapters/browser/launch-browser.ts";
import { screenWords } from "./screen-words.ts";
import { serveFolder } from "./serve-folder.ts";

const projectDir = resolve(import.meta.dirname, "..");
const shots = join(projectDir, ".shots");
const docs = join(projectDir, "docs");
const out = join(docs, "screens");

const browser = findOrInstallBrowser({ platform: process.platform, variables: process.env }, (text) =>
  process.stderr.write(text),
);
if ("missing" in browser || !existsSync(shots)) {
  console.error("missing" in browser ? browser.missing : "There are no pictures yet: npm run shots");
  process.exit(4);
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const served = await serveFolder({ folder: shots, base: "/", port: 0 });
const chromium = await launchBrowser(browser.path);
const page = await chromium.newPage({ viewport: { width: 1400, height: 600 } });
const there = new Set(readdirSync(shots));
const parts: string[] = [];
for (const { id, title, words, pictures } of screenWords) {
  const names = pictures.map((picture) => `${picture}.png`).filter((name) => there.has(name));
  if (names.length === 0) continue;
  await draw(names, join(out, `${id}.webp`));
  parts.push(`## ${title}\n\n${words}\n\n![${title}: ${words}](screens/${id}.webp)\n`);
}
await chromium.close();
await served.close();
const lead =
  "# What the pages look like\n\nEvery template of the demo's site: on a desk and on a phone, in light and in dark, and what is printed. Each picture shows the upper part of\nthe page that shows most. `npm run shots` takes the pictures, `npm run screens` makes this page of them.\n";
writeFileSync(join(docs, "screens.md"), [lead, ...parts].join("\n"));
console.log(`${parts.length} sheets: ${out}`);

/** Sets pictures side by side, each cut below, and writes them as one. */
async function draw(names: readonly string[], file: string): Promise<void> {
  const images = names.map((name) => {
    const width = name.includes("-phone-") ? 196 : name.includes("-print") ? 440 : 470;
    return `<div style="width:${width}px;height:480px;overflow:hidden;box-sizing:border-box;${name.includes("-print") ? "padding:20px;background:#fff;" : ""}border:1px solid #9aa5a8;border-radius:6px"><img src="${served.address}${name}" style="width:100%;display:block"></div>`;
  });
  await page.setContent(
    `<body style="margin:0;background:#e7ebec"><div id="sheet" style="display:inline-flex;gap:12px;padding:14px">${images.join("")}</div>`,
    { waitUntil: "networkidle" },
  );
  const clip = await page.locator("#sheet").boundingBox();
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: 50,
    captureBeyondViewport: true,
    ...(clip ? { clip: { ...clip, scale: 1 } } : {}),
  });
  writeFileSync(file, Buffer.from(data, "base64"));
}
