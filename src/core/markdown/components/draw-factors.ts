import { escapeHtml } from "../escape-html.ts";

/** One contributing factor as it is shown. */
export interface ShownFactor {
  readonly name: string;
  readonly url?: string;
  readonly description: string;
  /** How it contributed here. */
  readonly note?: string;
}

/** Contributing factors → HTML. */
export function drawFactors(factors: readonly ShownFactor[]): string {
  if (factors.length === 0) return '<p class="empty">No contributing factors were recorded.</p>';
  const rows = factors.map(({ name, url, description, note }) => {
    const word =
      url === undefined ? escapeHtml(name) : `<a href="${escapeHtml(url)}">${escapeHtml(name)}</a>`;
    return `<li><strong>${word}</strong> ${escapeHtml(note ?? description)}</li>`;
  });
  return `<ul class="factors">${rows.join("")}</ul>`;
}
