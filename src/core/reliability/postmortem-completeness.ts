import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { Heading } from "../markdown/body.ts";
import { POSTMORTEM_SECTIONS, type PostmortemSection } from "./postmortem-sections.ts";

/** How complete a postmortem is, section by section. */
export interface Completeness {
  /** Sum of the weights of the sections that are there, 0 to 100. */
  readonly score: number;
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: number;
    readonly state: "present" | "placeholder" | "missing";
  }[];
}

/** Sections that a postmortem has, by its headings and the components that draw facts; a placeholder counts as missing. */
export function postmortemCompleteness(
  postmortem: Entry<"postmortem">,
  incidents: readonly Entry<"incident">[],
): Completeness {
  const sections = POSTMORTEM_SECTIONS.map((section) => ({
    id: section.id,
    title: section.title,
    weight: section.weight,
    state: stateOf(section, postmortem, incidents),
  }));
  const score = sections.reduce((sum, { state, weight }) => sum + (state === "present" ? weight : 0), 0);
  return { score, sections };
}

function stateOf(
  section: PostmortemSection,
  { data, body }: Entry<"postmortem">,
  incidents: readonly Entry<"incident">[],
): "present" | "placeholder" | "missing" {
  if (section.id === "action-items" && data.actionItems.length > 0)
    return data.actionItems.every(({ owner, due }) => owner !== undefined && due !== undefined)
      ? "present"
      : "placeholder";
  const drawn =
    section.component !== undefined &&
    body.components.includes(section.component) &&
    hasFacts(section, incidents);
  const changed = section.id === "lessons" && data.runbookChanges.length > 0;
  if (drawn || changed) return "present";
  const own = body.headings.filter(({ text }) => section.heading.test(text));
  if (own.length === 0) return "missing";
  return own.some((heading) => isWritten(heading, section)) ? "present" : "placeholder";
}

/** A component alone says nothing where there are no facts for it to draw. */
function isWritten({ placeholder, words }: Heading, section: PostmortemSection): boolean {
  return !placeholder && (words > 0 || section.component === undefined);
}

/** Whether the incidents hold what the section's component draws. */
function hasFacts(section: PostmortemSection, incidents: readonly Entry<"incident">[]): boolean {
  if (section.component === "Timeline") return incidents.some(({ data }) => data.timeline.length > 0);
  if (section.component === "Factors") return incidents.some(({ data }) => data.factors.length > 0);
  return false;
}
