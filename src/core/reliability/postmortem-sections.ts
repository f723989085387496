/** One part of a complete postmortem. */
export interface PostmortemSection {
  readonly id: string;
  readonly title: string;
  /** Share of the rubric; all together make 100. */
  readonly weight: number;
  /** Headings that count as this section. */
  readonly heading: RegExp;
  /** A component that draws the section from the facts. */
  readonly component?: string;
}

/** The rubric: what a complete postmortem has, and how much each part weighs. */
export const POSTMORTEM_SECTIONS: readonly PostmortemSection[] = [
  {
    id: "summary",
    title: "Summary",
    weight: 12,
    heading: /\b(summary|overview|abstract|tl;?dr|what happened)\b/i,
  },
  { id: "impact", title: "Impact, with numbers", weight: 12, heading: /\b(impact|affected|damage)\b/i },
  {
    id: "timeline",
    title: "Timeline",
    weight: 14,
    heading: /\b(time ?line|chronology|sequence of events)\b/i,
    component: "Timeline",
  },
  { id: "detection", title: "Detection", weight: 8, heading: /\b(detect\w*|how we noticed)\b/i },
  {
    id: "response",
    title: "Response",
    weight: 8,
    heading: /\b(respon(?:se|ding)|mitigat\w+|recover\w*|resolution|how we (?:fixed|restored))\b/i,
  },
  {
    id: "factors",
    title: "Contributing factors",
    weight: 12,
    heading: /\b(factors?|causes?|why (?:it|this|did)|trigger|analysis)\b/i,
    component: "Factors",
  },
  {
    id: "went-well",
    title: "What went well",
    weight: 5,
    heading: /\b(went well|worked well|what worked)\b/i,
  },
  {
    id: "went-badly",
    title: "What went badly",
    weight: 5,
    heading:
      /\b(went (?:badly|poorly|wrong|less well)|did(?: not|n['’]t) (?:go|work) well|could be better|what did(?: not|n['’]t) work)\b/i,
  },
  { id: "lucky", title: "Where we got lucky", weight: 4, heading: /\b(luck|lucky|fortunate)\b/i },
  {
    id: "action-items",
    title: "Action items",
    weight: 10,
    heading: /\b(action items?|follow[- ]?ups?|next steps|corrective actions?|to ?dos?)\b/i,
    component: "ActionItems",
  },
  {
    id: "lessons",
    title: "Lessons for runbooks, objectives and alerts",
    weight: 6,
    heading: /\b(lessons?|learn(?:ed|t|ings?)|takeaways?)\b/i,
  },
  {
    id: "communication",
    title: "Customer communication",
    weight: 4,
    heading: /\b(communicat\w+|customers? (?:were )?told|status page)\b/i,
  },
];
