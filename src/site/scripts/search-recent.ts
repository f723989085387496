/** A page that was opened from a search. */
export interface RecentPage {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
}

const MOST = 6;

/** Pages of this site that were opened from its search on this device, the last one first. */
export function recentPages(): readonly RecentPage[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Remembers a page that was opened; a device that keeps nothing only forgets it. */
export function rememberPage(page: RecentPage): void {
  try {
    const others = recentPages().filter(({ title, kind }) => title !== page.title || kind !== page.kind);
    localStorage.setItem(key(), JSON.stringify([page, ...others].slice(0, MOST)));
  } catch {
    // Nothing depends on it.
  }
}

/** Two sites on one host do not mix. */
function key(): string {
  return `search ${document.documentElement.dataset.base ?? "/"}`;
}

function isRecent(value: unknown): value is RecentPage {
  const { url, title, kind } = (value ?? {}) as Record<string, unknown>;
  const words = typeof title === "string" && typeof kind === "string";
  // What a page of the same host wrote there must stay an address of this site.
  return words && typeof url === "string" && url.startsWith(document.documentElement.dataset.base ?? "/");
}
