import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import type { ViewContext } from "../../src/core/views/view-context.ts";
import { fileStats } from "../../src/loader/file-stats.ts";
import { type Content, cacheFolderOf } from "../../src/loader/read-content.ts";
import { remember } from "../../src/loader/status-memory.ts";
import type { CommandContext } from "../command.ts";
import { learn } from "./learn.ts";
import { allOf } from "./read-all.ts";
import { statusMemoryPlace } from "./status-memory-place.ts";

/** Leaves what a full build knows to the fast lane, so that its first run need not read everything again. */
export function rememberBuild(
  context: CommandContext<unknown>,
  request: { readonly audience: string; readonly out: string },
  content: Content,
  views: ViewContext,
): void {
  // What changed since the program began counts as unread, so it is early enough to look at the files now.
  const stats = fileStats(content.folder);
  const { projection, now } = views;
  const knowledgeBase = content.knowledgeBase!;
  const place = statusMemoryPlace(context, cacheFolderOf(content.folder), request.audience, request.out);
  remember(place.path, place.version, undefined, {
    now,
    files: learn({
      reading: allOf(content, stats, context.now),
      knowledgeBase,
      projection,
      facts: gatherStatus(views),
      now,
      unsound: new Set(),
      before: undefined,
    }),
    gone: [],
    pages: new Map(),
  });
}
