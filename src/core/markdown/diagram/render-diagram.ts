import type { DiagramSlot } from "../body.ts";
import { escapeHtml } from "../escape-html.ts";

/** A drawing as a reader finds it: its address and its size. */
export interface ShownDrawing {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

/** Widest drawing that a phone shows whole: a wider one can be scrolled, for its words would become too small. */
const NARROW = 520;

/** A diagram → its drawing, the words under it, and its source in a disclosure, which is open where nobody drew it yet. */
export function renderDiagram(slot: DiagramSlot, drawing: ShownDrawing | undefined): string {
  const { title, description, source } = slot;
  const words = description ?? title ?? "";
  const text = `<pre class="code" tabindex="0"><code class="language-mermaid">${escapeHtml(source)}</code></pre>`;
  if (!drawing) {
    const caption = [title, description].filter((each) => each !== undefined).join(": ");
    return `<figure class="diagram"><figcaption>${escapeHtml(caption)}</figcaption><details class="diagram-source" open><summary>Source of the diagram, which is not drawn yet</summary>${text}</details></figure>`;
  }
  const { url, width, height } = drawing;
  const size = width && height ? ` width="${width}" height="${height}"` : "";
  const wide = width !== undefined && width > NARROW;
  const image = `<img src="${escapeHtml(url)}" alt="${escapeHtml(words)}"${size} loading="lazy" decoding="async">`;
  const frame = `<div class="diagram-frame${wide ? " diagram-wide" : ""}"${wide ? ' tabindex="0"' : ""}>${image}</div>`;
  // Words that are the drawing's own already are not said twice.
  const caption =
    title === undefined || title === words ? "" : `<figcaption>${escapeHtml(title)}</figcaption>`;
  // Words under a picture are the last thing in its figure, so the source stands outside.
  return `<div class="diagram"><figure>${frame}${caption}</figure><details class="diagram-source"><summary>Source of the diagram</summary>${text}</details></div>`;
}
