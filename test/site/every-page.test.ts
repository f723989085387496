import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, openPage } from "../support/browser.ts";
import { type DemoSite, serveDemo } from "../support/demo-site.ts";
import { htmlProblems } from "../support/html-problems.ts";
import { unstyledClasses } from "../support/unstyled-classes.ts";
import { hiddenTexts, type Visit, visitPages } from "../support/visit-page.ts";

const everything = process.env.TIDEMARK_TESTS === "all";
const audiences = everything ? ["internal", "public"] : ["internal"];
const minutes = 60_000;
let sites: DemoSite[] = [];
afterAll(async () => {
  await closeBrowser();
  for (const site of sites) await site.close();
});
beforeAll(async () => {
  sites = await serveDemo(audiences);
}, 10 * minutes);

describe.each(audiences)("every page that is looked at of the demo's site for %s", (audience) => {
  let visits: Visit[] = [];
  let site: DemoSite;
  beforeAll(
    async () => {
      site = sites.find((each) => each.audience === audience)!;
      visits = await visitPages(
        site.address,
        site.pages.map(({ path }) => path),
        { everything },
      );
      console.log(`looked at ${visits.length} pages of the demo's site for ${audience}`);
    },
    everything ? 20 * minutes : 10 * minutes,
  );
  /** What is wrong, each with the page that it was found on. */
  const found = (of: (visit: Visit) => readonly string[]) =>
    visits.flatMap((visit) => of(visit).map((problem) => `/${visit.path} ${problem}`));

  test("is one that exists", () => {
    expect(site.pages.length).toBeGreaterThanOrEqual(everything ? 60 : 20);
    expect(visits.map(({ path }) => path)).toEqual(site.pages.map(({ path }) => path));
  });

  test("has no barrier that axe knows of, in light and in dark", () => {
    expect(found(({ barriers }) => barriers)).toEqual([]);
  });

  test(
    "is valid HTML",
    async () => {
      const problems: string[] = [];
      for (const { path, html } of site.pages)
        problems.push(...(await htmlProblems(html)).map((problem) => `/${path} ${problem}`));
      expect(problems).toEqual([]);
    },
    10 * minutes,
  );

  test("loads the styles of everything that it shows", () => {
    const unstyled = unstyledClasses(site.folder);
    const problems = site.pages.flatMap(({ path, html }) =>
      unstyled(html).map((name) => `/${path} has no style of its class ${name}`),
    );
    expect(problems).toEqual([]);
  });

  test("says nothing on the console and breaks no content security policy", () => {
    expect(found(({ complaints }) => complaints)).toEqual([]);
  });

  test("asks no other host for anything", () => {
    expect(found(({ foreign }) => foreign)).toEqual([]);
  });

  test("loads at most 30 KB of compressed scripts by itself", () => {
    expect(visits.filter(({ scriptBytes }) => scriptBytes > 30 * 1024)).toEqual([]);
  });

  test("does not scroll sideways on a phone of 390 px", () => {
    expect(visits.filter(({ sideways }) => sideways > 0).map(({ path }) => path)).toEqual([]);
  });

  test(
    "shows all of its text and leads on without JavaScript",
    async () => {
      const problems: string[] = [];
      const { page, complaints, close } = await openPage("about:blank", {
        javaScriptEnabled: false,
        // A page that is left while it is still coming in says on the console that its transition was ended.
        reducedMotion: "reduce",
      });
      for (const { path } of site.pages) {
        const said = complaints.length;
        await page.goto(site.address + path, { waitUntil: "load" });
        const withScripts = visits.find((visit) => visit.path === path)?.hidden;
        const lost = (await hiddenTexts(page)).filter((text) => !withScripts?.includes(text));
        const link = page
          .locator(`main a[href^="${site.base}"]:not([download])`)
          .filter({ visible: true })
          .first();
        if ((await link.count()) > 0) {
          const target = new URL((await link.getAttribute("href")) ?? "", site.address);
          const answer = await fetch(target);
          if (answer.status !== 200) problems.push(`/${path} its first link leads nowhere`);
          // An alert's page with one runbook leads on to it by itself.
          const [, onward] = /http-equiv="refresh" content="0; url=([^"]+)"/.exec(await answer.text()) ?? [];
          await link.click();
          await page.waitForURL(new URL(onward ?? target.href, target).href);
        }
        problems.push(...[...complaints.slice(said), ...lost].map((problem) => `/${path} ${problem}`));
      }
      await close();
      expect(problems).toEqual([]);
    },
    10 * minutes,
  );
});
