import { resolveLink } from "./resolve-link.ts";
import type { PageScan } from "./scan-page.ts";

/** A link inside the site that leads nowhere. */
export interface DeadLink {
  /** The file that holds the link, from the site's folder. */
  readonly file: string;
  /** The link as it stands there. */
  readonly link: string;
  /**
   * `no-target`: no such file · `no-fragment`: the page has no such id · `no-trailing-slash`: works on some hosts only ·
   * `outside-base`: a path from the root that leaves the base path · `malformed`: no address.
   */
  readonly problem: "no-target" | "no-fragment" | "no-trailing-slash" | "outside-base" | "malformed";
}

/** Where the site stands and what it consists of. */
export interface LinkedSite {
  /** Begins and ends with a slash: `/` or `/kb/`. */
  readonly base: string;
  /** `https://kb.shop.example`; full addresses on it count as internal. */
  readonly origin?: string;
  /** Every file of the site. */
  readonly files: Iterable<string>;
  /** Scans of the pages, style sheets and drawings, by file. */
  readonly scans: ReadonlyMap<string, PageScan>;
  /** Page path to page path, without the base, for hosts that redirect by a rule instead of a page. */
  readonly redirects?: ReadonlyMap<string, string>;
}

type Verdict = DeadLink["problem"] | undefined;

/** Every link, asset reference and fragment inside the site that leads nowhere, by file and then by link. */
export function findDeadLinks(site: LinkedSite): DeadLink[] {
  const files = new Set(site.files);
  const ids = new Map<string, ReadonlySet<string>>();
  // Most links stand on every page: what is written from the root means the same everywhere.
  const known = new Map<string, Verdict>();
  const dead: DeadLink[] = [];
  for (const [file, scan] of site.scans) {
    for (const link of scan.links) {
      const rooted = link.startsWith("/");
      let problem = rooted ? known.get(link) : undefined;
      if (!rooted || (problem === undefined && !known.has(link))) {
        problem = judge(link, file, site, files, ids);
        if (rooted) known.set(link, problem);
      }
      if (problem !== undefined) dead.push({ file, link, problem });
    }
  }
  return dead.sort((a, b) => compareText(a.file, b.file) || compareText(a.link, b.link));
}

function judge(
  link: string,
  file: string,
  site: LinkedSite,
  files: ReadonlySet<string>,
  ids: Map<string, ReadonlySet<string>>,
): Verdict {
  const resolved = resolveLink(link, file, site);
  if (resolved.kind === "external") return undefined;
  if (resolved.kind !== "internal") return resolved.kind;
  const path = redirected(resolved.path, site.redirects);
  const target = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!files.has(target)) return files.has(`${path}/index.html`) ? "no-trailing-slash" : "no-target";
  return fragmentExists(resolved.fragment, target, site, ids) ? undefined : "no-fragment";
}

function fragmentExists(
  fragment: string,
  target: string,
  site: LinkedSite,
  ids: Map<string, ReadonlySet<string>>,
): boolean {
  const scan = site.scans.get(target);
  if (fragment === "" || fragment.toLowerCase() === "top" || !scan || target.endsWith(".css")) return true;
  const there = ids.get(target) ?? new Set(scan.ids);
  ids.set(target, there);
  return there.has(fragment);
}

/** Follows redirects, at most as many as there are. */
function redirected(path: string, redirects: ReadonlyMap<string, string> | undefined): string {
  let at = path;
  for (let hops = redirects?.size ?? 0; hops > 0; hops -= 1) {
    const next = redirects?.get(`/${at}`);
    if (next === undefined) break;
    at = next.replace(/^\//, "");
  }
  return at;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
