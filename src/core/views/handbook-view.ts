import { addressOfTerm } from "../addresses.ts";
import { POSTMORTEM_SECTIONS } from "../reliability/postmortem-sections.ts";
import { lengthWords } from "../words/length-words.ts";
import type { HandbookPage } from "./handbook-page.ts";
import { addressOfHandbook, HANDBOOK, HANDBOOK_GROUPS, HANDBOOK_INDEX } from "./handbook-pages.ts";
import type { Page } from "./page.ts";
import type { Shown } from "./shown.ts";
import { href, type ViewContext } from "./view-context.ts";

/** What a page of the handbook shows besides its own text: the way through the handbook, and facts of this knowledge base. */
export interface HandbookView {
  readonly summary: string;
  /** The handbook's front page; absent on itself. */
  readonly up?: Shown;
  readonly groups: readonly { readonly title: string; readonly pages: readonly HandbookLink[] }[];
  readonly previous?: Shown;
  readonly next?: Shown;
  /** The severities of this taxonomy, on pages that speak of them. */
  readonly severities?: readonly HandbookSeverity[];
  /** The sections of a postmortem and what each weighs of 100. */
  readonly sections?: readonly { readonly title: string; readonly weight: number }[];
  /** Who a site can be built for. */
  readonly audiences?: readonly { readonly id: string; readonly name: string }[];
}

/** A page of the handbook as others link to it. */
export interface HandbookLink {
  readonly title: string;
  readonly url: string;
  readonly summary: string;
  /** Whether it is the page that is being read. */
  readonly here: boolean;
}

/** A severity with what follows from it, in words; what the policy leaves open is absent. */
export interface HandbookSeverity {
  readonly severity: Shown;
  readonly description: string;
  readonly updateEvery?: string;
  /** When a postmortem is due, `draft in 48 h, final in 7 days`. */
  readonly postmortem?: string;
  readonly deadlines: { readonly high?: string; readonly medium?: string; readonly low?: string };
}

/** Every page of the handbook. */
export function* handbookPages(context: ViewContext): Generator<Page<HandbookView>> {
  for (const page of HANDBOOK)
    yield {
      path: addressOfHandbook(page),
      template: "handbook",
      title: page.title,
      view: handbookView(context, page),
    };
}

/** One page of the handbook. */
export function handbookView(context: ViewContext, page: HandbookPage): HandbookView {
  const place = HANDBOOK.indexOf(page);
  const [previous, next] = [HANDBOOK[place - 1], HANDBOOK[place + 1]];
  return {
    summary: page.summary,
    ...(page === HANDBOOK_INDEX ? {} : { up: shown(context, HANDBOOK_INDEX) }),
    groups: HANDBOOK_GROUPS.map(({ title, pages }) => ({
      title,
      pages: pages.map((each) => ({
        title: each.title,
        url: href(context, addressOfHandbook(each)),
        summary: each.summary,
        here: each === page,
      })),
    })),
    ...(previous ? { previous: shown(context, previous) } : {}),
    ...(next ? { next: shown(context, next) } : {}),
    ...FACTS[page.id]?.(context),
  };
}

/** Facts that a page shows of this knowledge base, so that its text cannot say otherwise. */
const FACTS: Readonly<Record<string, ((context: ViewContext) => Partial<HandbookView>) | undefined>> = {
  severity: (context) => ({ severities: severities(context) }),
  "action-items": (context) => ({ severities: severities(context) }),
  "writing-a-postmortem": () => ({
    sections: POSTMORTEM_SECTIONS.map(({ title, weight }) => ({ title, weight })),
  }),
  visibility: ({ projection }) => ({
    audiences: [
      { id: "internal", name: "Everybody in the organisation" },
      { id: "public", name: "Everybody" },
      ...projection.site.audiences.map(({ id, name }) => ({ id, name })),
    ],
  }),
};

function severities(context: ViewContext): readonly HandbookSeverity[] {
  return context.projection.taxonomy.severities.map(
    ({ id, name, description, updateEvery, postmortem, actionItems }) => ({
      severity: { id, title: `${id} · ${name}`, url: href(context, addressOfTerm("severities", id)) },
      description,
      ...(updateEvery === undefined ? {} : { updateEvery: lengthWords(updateEvery) }),
      ...(postmortem.required ? { postmortem: postmortemWords(postmortem) } : {}),
      deadlines: Object.fromEntries(
        Object.entries(actionItems).map(([priority, length]) => [priority, lengthWords(length)]),
      ),
    }),
  );
}

function postmortemWords(policy: {
  readonly draftWithin?: string | undefined;
  readonly finalWithin?: string | undefined;
}): string {
  const parts = [
    policy.draftWithin && `draft in ${lengthWords(policy.draftWithin)}`,
    policy.finalWithin && `final in ${lengthWords(policy.finalWithin)}`,
  ].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(", ") : "required";
}

function shown(context: ViewContext, page: HandbookPage): Shown {
  return { id: page.id, title: page.title, url: href(context, addressOfHandbook(page)) };
}
