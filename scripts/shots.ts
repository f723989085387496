// `npm run shots [FOLDER [TEMPLATES]]`: a picture of every template, light and dark, phone and desktop, what is printed, and the first day of a new knowledge base, into .shots/.
import { mkdirSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { findOrInstallBrowser } from "../src/adapters/browser/install-browser.ts";
import { launchBrowser } from "../src/adapters/browser/launch-browser.ts";
import { buildDemo } from "./build-demo.ts";
import { buildEmpty } from "./build-empty.ts";
import { serveFolder } from "./serve-folder.ts";
import { siteBase } from "./site-base.ts";
import { fullestPages, sitePages } from "./site-pages.ts";

const projectDir = resolve(import.meta.dirname, "..");
const out = join(projectDir, ".shots");
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } };
/** What somebody takes to a meeting, or to a machine without a screen. */
const printed = [
  "incident",
  "runbook",
  "postmortem",
  "agenda",
  "executive",
  "on-call-dashboard",
  "objectives",
];
/** What says on the first day what would be here. */
const empties = [
  "home",
  "incident-list",
  "postmortem-list",
  "action-list",
  "figures",
  "objectives",
  "on-call",
  "executive",
  "service",
  "status",
];
const [asked, only] = process.argv.slice(2);
const folder = asked ? resolve(asked) : buildDemo(projectDir);

const browser = findOrInstallBrowser({ platform: process.platform, variables: process.env }, (text) =>
  process.stderr.write(text),
);
if ("missing" in browser) {
  console.error(browser.missing);
  process.exit(4);
}
const chromium = await launchBrowser(browser.path);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
let count = await take(folder, "", (template) => !only || only.split(",").includes(template));
if (!asked) {
  const empty = buildEmpty(projectDir);
  count += await take(empty.site, "empty-", (template) => empties.includes(template));
  rmSync(empty.home, { recursive: true, force: true });
}
await chromium.close();
console.log(`${count} pictures: ${out}`);

/** Takes pictures of the templates of one site; their names begin with `prefix`. */
async function take(site: string, prefix: string, wanted: (template: string) => boolean): Promise<number> {
  const served = await serveFolder({ folder: site, base: siteBase(site), port: 0 });
  const pages = fullestPages(sitePages(site)).filter(({ template }) => wanted(template));
  let taken = 0;
  const shoot = async (page: Awaited<ReturnType<typeof chromium.newPage>>, path: string, name: string) => {
    await page.goto(served.address + path);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(out, `${prefix}${name}.png`), fullPage: true });
    taken++;
  };
  for (const colorScheme of ["light", "dark"] as const)
    for (const [screen, viewport] of Object.entries(screens)) {
      const context = await chromium.newContext({
        colorScheme,
        viewport,
        locale: "en-GB",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      for (const { template, path } of pages) await shoot(page, path, `${template}-${screen}-${colorScheme}`);
      await context.close();
    }
  const paper = await chromium.newPage({ viewport: { width: 794, height: 1123 }, colorScheme: "light" });
  await paper.emulateMedia({ media: "print" });
  for (const { template, path } of pages)
    if (printed.includes(template)) await shoot(paper, path, `${template}-print`);
  await paper.close();
  await served.close();
  return taken;
}
