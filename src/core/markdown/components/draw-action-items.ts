import { escapeHtml } from "../escape-html.ts";

/** One follow-up as it is shown. */
export interface ShownActionItem {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly owner?: string;
  readonly due?: string;
  /** State in words, with what is late about it. */
  readonly state: string;
  readonly shape: string;
  /** Stable word for styles. */
  readonly stateId: string;
  readonly tracker?: string;
}

/** Follow-ups → an HTML table; each row can be linked to by its id. */
export function drawActionItems(items: readonly ShownActionItem[]): string {
  if (items.length === 0) return '<p class="empty">No action items.</p>';
  const owners = items.some(({ owner }) => owner !== undefined);
  const head = `<tr><th>Action item</th><th>Kind</th>${owners ? "<th>Owner</th>" : ""}<th>Due</th><th>State</th></tr>`;
  const rows = items.map((item) => {
    const title =
      item.tracker === undefined
        ? escapeHtml(item.title)
        : `<a href="${escapeHtml(item.tracker)}" rel="noopener noreferrer">${escapeHtml(item.title)}</a>`;
    return (
      `<tr id="${escapeHtml(item.id)}"><td>${title} <span class="item-id">${escapeHtml(item.id)}</span></td><td>${escapeHtml(item.kind)}</td>` +
      `${owners ? `<td>${escapeHtml(item.owner ?? "—")}</td>` : ""}<td>${escapeHtml(item.due ?? "—")}</td>` +
      `<td><span class="state item-${item.stateId}"><span class="state-shape" aria-hidden="true">${item.shape}</span> ${escapeHtml(item.state)}</span></td></tr>`
    );
  });
  return `<div class="table-wrap" tabindex="0"><table class="action-items"><thead>${head}</thead><tbody>${rows.join("")}</tbody></table></div>`;
}
