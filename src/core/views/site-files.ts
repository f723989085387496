import { figureFiles } from "./figures/figure-files.ts";
import { listFiles } from "./list-files.ts";
import { objectiveFiles } from "./objectives/objectives-view.ts";
import { onCallFeeds } from "./on-call-feeds.ts";
import { serviceFiles } from "./services/service-files.ts";
import type { SiteFile } from "./site-file.ts";
import type { ViewContext } from "./view-context.ts";

/** Every file besides pages that one audience's site has: this list, too, is what must exist after a build. */
export function* siteFilesOf(context: ViewContext): Generator<SiteFile> {
  yield* figureFiles(context);
  yield* listFiles(context);
  yield* onCallFeeds(context);
  yield* objectiveFiles(context);
  yield* serviceFiles(context);
}
