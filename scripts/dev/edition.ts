import { asKnownAt } from "../../src/core/audience/as-known-at.ts";
import { type Projection, project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { check } from "../../src/core/check.ts";
import type { Diagnostic } from "../../src/core/diagnostic.ts";
import type { Page } from "../../src/core/views/page.ts";
import { pagesOf } from "../../src/core/views/pages.ts";
import type { SiteFile } from "../../src/core/views/site-file.ts";
import { siteFilesOf } from "../../src/core/views/site-files.ts";
import { type SiteView, siteView } from "../../src/core/views/site-view.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import type { CompileCache } from "../../src/loader/compile-cache.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import type { CommandContext, DevFlags } from "../command.ts";
import { presentOf } from "../present-of.ts";

/** The site of one state of the content: all that is shown of it comes from that state. */
export interface Edition {
  readonly base: string;
  readonly site: SiteView;
  readonly projection: Projection;
  /** A page by its address within the site; views are made when somebody asks for them, and kept. */
  readonly page: (path: string) => Page | undefined;
  /** A file besides pages by its address within the site. */
  readonly file: (path: string) => SiteFile | undefined;
}

/** What reading the content gave: an edition unless there are errors, and all problems. */
export interface Reading {
  readonly edition?: Edition;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads, checks and projects the content; drawing is left to whoever asks for a page. */
export function readEdition(context: CommandContext<DevFlags>, cache: CompileCache, at: number): Reading {
  const content = readContent(context.contentDir, cacheFolderOf(context.contentDir), cache);
  const { knowledgeBase } = content;
  const now = presentOf({ ...context, now: at }, knowledgeBase?.site);
  const diagnostics = check(knowledgeBase, content.diagnostics, content.sourceOf, now);
  if (!knowledgeBase || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const reader = readerOf(knowledgeBase.site, context.flags.audience);
  if (!reader)
    throw new UnknownAudience(["internal", "public", ...knowledgeBase.site.audiences.map(({ id }) => id)]);
  const projection = project(asKnownAt(knowledgeBase, now), reader, now);
  const views = viewContext(projection, now, content.sourceOf);
  return {
    diagnostics,
    edition: {
      base: views.base,
      site: siteView(views),
      projection,
      page: inTurn(pagesOf(views)),
      file: inTurn(siteFilesOf(views)),
    },
  };
}

/** Nobody is called what was asked for. */
export class UnknownAudience extends Error {
  readonly known: readonly string[];
  constructor(known: readonly string[]) {
    super("Unknown audience");
    this.known = known;
  }
}

/** Looks pages or files up while making them in turn: no more than up to the one that is wanted. */
function inTurn<Made extends { readonly path: string }>(
  list: Iterator<Made>,
): (path: string) => Made | undefined {
  const made = new Map<string, Made>();
  return (path) => {
    while (!made.has(path)) {
      const next = list.next();
      if (next.done) return undefined;
      made.set(next.value.path, next.value);
    }
    return made.get(path);
  };
}
