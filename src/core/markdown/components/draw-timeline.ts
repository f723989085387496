import type { TimelineEntry } from "../../schemas/incident.ts";
import { escapeHtml } from "../escape-html.ts";

/** How instants are written for a reader. */
export interface TimeWords {
  /** `<time>` of an instant, with its day when that differs from the one before. */
  readonly time: (instant: string, precision?: "minute" | "hour" | "day") => string;
  /** Name of a person: a handle or a role. */
  readonly person: (handle: string) => string;
}

const KINDS: Readonly<Record<TimelineEntry["kind"], string>> = {
  observation: "Observed",
  alert: "Alert",
  action: "Action",
  decision: "Decision",
  communication: "Told",
  "hand-over": "Hand-over",
  change: "Change",
};

/** The entries of a record's timeline → HTML. */
export function drawTimeline(entries: readonly TimelineEntry[], words: TimeWords): string {
  if (entries.length === 0) return '<p class="empty">No timeline was recorded.</p>';
  return `<ol class="timeline">${entries.map((entry) => drawEntry(entry, words)).join("")}</ol>`;
}

function drawEntry(entry: TimelineEntry, words: TimeWords): string {
  const by =
    entry.by === undefined ? "" : ` <span class="timeline-by">${escapeHtml(words.person(entry.by))}</span>`;
  const reasoning =
    entry.reasoning === undefined
      ? ""
      : `<p class="timeline-reasoning"><strong>Why:</strong> ${escapeHtml(entry.reasoning)}</p>`;
  const evidence = entry.evidence.map(({ title, url }) =>
    url === undefined
      ? `<li>${escapeHtml(title)}</li>`
      : `<li><a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(title)}</a></li>`,
  );
  const margin = [
    reasoning,
    evidence.length > 0
      ? `<ul class="timeline-evidence" aria-label="Evidence">${evidence.join("")}</ul>`
      : "",
  ].join("");
  return (
    `<li class="timeline-entry${entry.key ? " timeline-key" : ""}" data-kind="${entry.kind}"><span class="timeline-time">${words.time(entry.at, entry.precision)}</span>` +
    `<div class="timeline-body"><p><span class="timeline-kind">${KINDS[entry.kind]}</span>${by} ${escapeHtml(entry.text)}</p>` +
    `${margin === "" ? "" : `<div class="timeline-margin">${margin}</div>`}</div></li>`
  );
}
