import { instantOf } from "../time.ts";
import type { ShownInstant } from "../words/instant-words.ts";
import { href, shownInstant, type ViewContext } from "./view-context.ts";

/** What every page shows around its own content. */
export interface SiteView {
  readonly name: string;
  readonly description?: string;
  readonly base: string;
  readonly language: string;
  /** Whether this is the internal site: it alone has search over runbooks, teams and actions. */
  readonly internal: boolean;
  readonly audience: string;
  /** The day of the build: a time of day here would draw every page anew at each build. */
  readonly asOf: ShownInstant;
  readonly navigation: readonly { readonly title: string; readonly url: string; readonly section: string }[];
}

/** The frame of a build. */
export function siteView(context: ViewContext): SiteView {
  const { site, reader } = context.projection;
  const sections = reader.internal ? INTERNAL_SECTIONS : PUBLIC_SECTIONS;
  return {
    name: site.name,
    ...(site.description === undefined ? {} : { description: site.description }),
    base: context.base,
    language: site.locales[0] ?? "en",
    internal: reader.internal,
    audience: reader.id,
    asOf: shownInstant(context, instantOf(context.now), "day"),
    navigation: sections.map(([title, section]) => ({ title, section, url: href(context, `/${section}/`) })),
  };
}

const INTERNAL_SECTIONS = [
  ["Incidents", "incidents"],
  ["Postmortems", "postmortems"],
  ["Runbooks", "runbooks"],
  ["Services", "services"],
  ["Figures", "figures"],
  ["Teams", "teams"],
  ["On call", "on-call"],
  ["Actions", "actions"],
  ["Taxonomy", "taxonomy"],
  ["Handbook", "handbook"],
] as const;

const PUBLIC_SECTIONS = [
  ["Incidents", "incidents"],
  ["Postmortems", "postmortems"],
  ["Services", "services"],
  ["Figures", "figures"],
] as const;
