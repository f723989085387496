// `npm run shots [FOLDER [TEMPLATES]]`: a picture of every template, light and dark, phone and desktop, and what is printed, into .shots/.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { findOrInstallBrowser } from "../src/adapters/browser/install-browser.ts";
import { launchBrowser } from "../src/adapters/browser/launch-browser.ts";
import { buildDemo } from "./build-demo.ts";
import { serveFolder } from "./serve-folder.ts";
import { siteBase } from "./site-base.ts";
import { fullestPages, sitePages } from "./site-pages.ts";

const projectDir = resolve(import.meta.dirname, "..");
const out = join(projectDir, ".shots");
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
/** What somebody takes to a meeting, or to a machine without a screen. */
const printed = ["incident", "runbook", "postmortem"];
const [asked, only] = process.argv.slice(2);
const folder = asked ? resolve(asked) : buildDemo(projectDir);

const browser = findOrInstallBrowser({ platform: process.platform, variables: process.env }, (text) =>
  process.stderr.write(text),
);
if ("missing" in browser) {
  console.error(browser.missing);
  process.exit(4);
}
const served = await serveFolder({ folder, base: siteBase(folder), port: 0 });
const chromium = await launchBrowser(browser.path);
const pages = fullestPages(sitePages(folder)).filter(
  ({ template }) => !only || only.split(",").includes(template),
);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const colorScheme of ["light", "dark"] as const)
  for (const [screen, viewport] of Object.entries(screens)) {
    const context = await chromium.newContext({ colorScheme, viewport, locale: "en-GB", timezoneId: "UTC" });
    const page = await context.newPage();
    for (const { template, path } of pages) {
      await page.goto(served.address + path);
      await page.evaluate(() => document.fonts.ready);
      await page.screenshot({ path: join(out, `${template}-${screen}-${colorScheme}.png`), fullPage: true });
    }
    await context.close();
  }
const paper = await chromium.newPage({ viewport: { width: 794, height: 1123 }, colorScheme: "light" });
await paper.emulateMedia({ media: "print" });
for (const { template, path } of pages.filter((page) => printed.includes(page.template))) {
  await paper.goto(served.address + path);
  await paper.evaluate(() => document.fonts.ready);
  await paper.screenshot({ path: join(out, `${template}-print.png`), fullPage: true });
}
await chromium.close();
await served.close();
console.log(`${pages.length} templates, ${pages.length * 4} pictures: ${out}`);
