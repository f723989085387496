import type {
  Body,
  BodyPart,
  ComponentSlot,
  DiagramSlot,
  ImageSlot,
  InternalSlot,
  LinkSlot,
} from "./body.ts";
import { renderDiagram, type ShownDrawing } from "./diagram/render-diagram.ts";
import { escapeHtml } from "./escape-html.ts";

/** How the slots of a body are filled for one reader. */
export interface SlotFilling {
  /** Whether Internal blocks are shown. */
  readonly internal: boolean;
  /** Address of a link, or `undefined` where it must become text. */
  readonly link: (href: string) => string | undefined;
  /** Address and size of a picture, or `undefined` where it is not shown. */
  readonly image: (
    src: string,
  ) => { readonly url: string; readonly width?: number; readonly height?: number } | undefined;
  /** Address and size of a diagram's drawing, or `undefined` where nobody drew it yet. */
  readonly drawing: (slot: DiagramSlot) => ShownDrawing | undefined;
  /** HTML of a component that is drawn from facts. */
  readonly component: (slot: ComponentSlot) => string;
}

/** A compiled body → HTML for one reader. */
export function renderBody(body: Body, filling: SlotFilling): string {
  return renderParts(body.parts, filling);
}

function renderParts(parts: readonly BodyPart[], filling: SlotFilling): string {
  let html = "";
  for (const part of parts) html += typeof part === "string" ? part : renderSlot(part, filling);
  return html;
}

function renderSlot(slot: Exclude<BodyPart, string>, filling: SlotFilling): string {
  switch (slot.slot) {
    case "link":
      return renderLink(slot, filling);
    case "image":
      return renderImage(slot, filling);
    case "diagram":
      return renderDiagram(slot, filling.drawing(slot));
    case "internal":
      return filling.internal ? internalHtml(slot, renderParts(slot.children, filling)) : "";
    case "component":
      return filling.component(slot);
  }
}

function internalHtml({ bare, inline }: InternalSlot, html: string): string {
  if (bare) return html;
  return inline
    ? `<span class="internal-text">${html}</span>`
    : `<div class="internal"><p class="internal-label">Internal</p>${html}</div>`;
}

function renderLink(slot: LinkSlot, filling: SlotFilling): string {
  const text = renderParts(slot.children, filling);
  const url = filling.link(slot.href);
  if (url === undefined) return text;
  return `<a href="${escapeHtml(url)}"${slot.title === undefined ? "" : ` title="${escapeHtml(slot.title)}"`}>${text}</a>`;
}

function renderImage(slot: ImageSlot, filling: SlotFilling): string {
  const image = filling.image(slot.src);
  if (!image) return slot.alt === "" ? "" : `<span class="picture-absent">${escapeHtml(slot.alt)}</span>`;
  const size = image.width && image.height ? ` width="${image.width}" height="${image.height}"` : "";
  const title = slot.title === undefined ? "" : ` title="${escapeHtml(slot.title)}"`;
  return `<img src="${escapeHtml(image.url)}" alt="${escapeHtml(slot.alt)}"${title}${size} loading="lazy" decoding="async">`;
}
