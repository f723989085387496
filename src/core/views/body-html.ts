import type { PageKind } from "../addresses.ts";
import { addressOf, mediaName } from "../addresses.ts";
import type { Projection } from "../audience/project.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { resolveLink } from "../knowledge-base/resolve-link.ts";
import { drawActionItems } from "../markdown/components/draw-action-items.ts";
import { drawFactors } from "../markdown/components/draw-factors.ts";
import { drawTimeline } from "../markdown/components/draw-timeline.ts";
import { escapeHtml } from "../markdown/escape-html.ts";
import { renderBody } from "../markdown/render-body.ts";
import type { ActionItem } from "../schemas/action-item.ts";
import { shownActionItem } from "./action-item-view.ts";
import { incidentFactors } from "./incident/incident-terms.ts";
import { readerHasAnchor } from "./reader-has-anchor.ts";
import { readerHasPage } from "./reader-has-page.ts";
import { textLinker } from "./text-linker.ts";
import { href, personName, shownInstant, type ViewContext } from "./view-context.ts";

/** Facts that the components of a body draw. */
export interface BodyFacts {
  /** The incidents that the entry is about. */
  readonly incidents: readonly Entry<"incident">[];
  readonly actionItems: readonly ActionItem[];
}

/** The body of an entry as HTML for this reader: links resolved, Internal blocks shown or gone, components drawn. */
export function bodyHtml(context: ViewContext, entry: Entry, facts: BodyFacts): string {
  const { projection } = context;
  const html = renderBody(entry.body, {
    internal: projection.reader.internal,
    link: (address) => linkUrl(context, entry, address),
    image: (src) => {
      const target = resolveLink(projection, entry.file, src);
      return target.kind === "asset" ? shownPicture(context, target.path) : undefined;
    },
    drawing: ({ path }) => shownPicture(context, path),
    component: ({ name, props }) => {
      const named =
        props.incident === undefined
          ? facts.incidents
          : facts.incidents.filter(({ id }) => id === props.incident);
      const incidents =
        named.length > 0
          ? named
          : [projection.look.incident.get(props.incident ?? "")].filter((each) => each !== undefined);
      if (name === "Timeline") return timelineHtml(context, incidents);
      if (name === "Factors") return factorsHtml(context, incidents);
      return drawActionItems(facts.actionItems.map((item) => shownActionItem(context, item)));
    },
  });
  const text = withoutOwnTitle(html, entry);
  // The handbook is of the internal site alone.
  return projection.reader.internal ? textLinker(context)(text) : text;
}

/** Address and size of a picture of the content folder, where this reader has it. */
function shownPicture(
  context: ViewContext,
  path: string,
): { url: string; width?: number; height?: number } | undefined {
  const asset = context.projection.look.asset.get(path);
  if (!asset) return undefined;
  const url = href(context, `/media/${mediaName(asset)}`);
  return { url, ...(asset.width && asset.height ? { width: asset.width, height: asset.height } : {}) };
}

/** A first heading that says the page's title again gives way to it; its anchor stays. */
function withoutOwnTitle(html: string, entry: Entry): string {
  const first = entry.body.headings[0];
  const title = "title" in entry.data ? entry.data.title : undefined;
  if (first === undefined || title === undefined || first.text.toLowerCase() !== title.toLowerCase())
    return html;
  const opening = `<h${first.depth} id="${escapeHtml(first.id)}">`;
  return html.startsWith(opening)
    ? `<span id="${escapeHtml(first.id)}"></span>${html.slice(html.indexOf(`</h${first.depth}>`) + 5)}`
    : html;
}

/** The timeline of incidents as HTML. */
export function timelineHtml(context: ViewContext, incidents: readonly Entry<"incident">[]): string {
  const entries = incidents.flatMap(({ data }) => data.timeline);
  let lastDay: string | undefined;
  return drawTimeline(entries, {
    person: (handle) => personName(context, handle),
    time: (instant, precision) => {
      const { iso, day, utc, local } = shownInstant(context, instant, precision);
      const first = day === lastDay ? "" : `<span class="timeline-day">${escapeHtml(day)}</span> `;
      lastDay = day;
      return `${first}<time datetime="${iso}">${escapeHtml(utc ?? "")}${local === undefined ? "" : ` <span class="local">${escapeHtml(local)}</span>`}</time>`;
    },
  });
}

function factorsHtml(context: ViewContext, incidents: readonly Entry<"incident">[]): string {
  const { factors } = context.projection.taxonomy;
  const shown = incidents.flatMap((incident) =>
    incidentFactors(context, incident).map(({ term, note }) => ({
      name: term.title,
      description: factors.find((factor) => factor.id === term.id)?.description ?? "",
      ...(term.url ? { url: term.url } : {}),
      ...(note === undefined ? {} : { note }),
    })),
  );
  return drawFactors(shown);
}

/** Where a link leads for this reader; an anchor that is hidden from them is left out, so that the page still opens. */
function linkUrl(context: ViewContext, entry: Entry, address: string): string | undefined {
  const { projection } = context;
  const target = resolveLink(projection, entry.file, address);
  switch (target.kind) {
    case "entry": {
      const there =
        target.entryKind === "team" ? undefined : projection.look[target.entryKind].get(target.id);
      return (
        href(context, addressOf(target.entryKind as PageKind, target.id)) +
        anchor(projection, there, target.fragment)
      );
    }
    case "page":
      return readerHasPage(projection, target.path)
        ? href(context, target.path) + anchor(projection, undefined, target.fragment)
        : undefined;
    case "here":
      return anchor(projection, entry, target.fragment) || undefined;
    case "asset": {
      const asset = projection.look.asset.get(target.path);
      return asset && href(context, `/media/${mediaName(asset)}`);
    }
    default:
      return undefined;
  }
}

function anchor(projection: Projection, entry: Entry | undefined, fragment: string | undefined): string {
  if (fragment === undefined || (entry && !readerHasAnchor(projection, entry, fragment))) return "";
  return `#${encodeURIComponent(fragment)}`;
}
