import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { serveFolder } from "../../scripts/serve-folder.ts";
import { siteBase } from "../../scripts/site-base.ts";
import { fullestPages, type SitePage, sitePages } from "../../scripts/site-pages.ts";
import { basePath } from "../../src/core/addresses.ts";
import { giveCompiledSite, runBuild } from "./run-tidemark.ts";

const demo = resolve(import.meta.dirname, "../../content");

/** The demo's site for one audience, built and served. */
export interface DemoSite {
  readonly audience: string;
  readonly folder: string;
  /** Where its first page is, base path included. */
  readonly address: string;
  readonly base: string;
  /** The pages to look at: every page when everything is tested, else the one that shows most of each template. */
  readonly pages: readonly SitePage[];
  /** Of each template the page that shows most, however much is tested. */
  readonly fullest: readonly SitePage[];
  readonly close: () => Promise<void>;
}

/** Builds the demo for audiences, from a copy of its content so that no other build is in the way, and serves each site. */
export async function serveDemo(audiences: readonly string[]): Promise<DemoSite[]> {
  const root = mkdtempSync(join(tmpdir(), "tidemark-demo-"));
  const content = join(root, "content");
  cpSync(demo, content, { recursive: true });
  const [, url = ""] = /^url: (\S+)/m.exec(readFileSync(join(content, "site.yaml"), "utf8")) ?? [];
  await giveCompiledSite({ root, content }, basePath(url));
  const sites: DemoSite[] = [];
  for (const audience of audiences) {
    const { code, stdout, stderr, out } = await runBuild({ root, content }, audience);
    if (code !== 0) throw new Error(`Unexpected end of the demo's build for ${audience}: ${stdout}${stderr}`);
    const folder = realpathSync(out);
    const base = siteBase(folder);
    const served = await serveFolder({ folder, base, port: 0 });
    const pages = sitePages(folder);
    const fullest = fullestPages(pages);
    sites.push({
      audience,
      folder,
      address: served.address,
      base,
      fullest,
      pages: process.env.TIDEMARK_TESTS === "all" ? pages : fullest,
      close: async () => {
        await served.close();
        rmSync(root, { recursive: true, force: true });
      },
    });
  }
  return sites;
}
