import { instantProblem } from "../../time.ts";
import { instantWords } from "../../words/instant-words.ts";
import { escapeHtml } from "../escape-html.ts";
import type { Component } from "./component.ts";

/** `<Evidence title="…" url="https://…" at="…">caption</Evidence>`: what shows that something was so. */
export const evidence: Component = {
  name: "Evidence",
  attributes: { title: { required: true }, url: { address: true }, at: {} },
  render: ({ title, url, at }, children) => [
    '<div class="evidence" role="note"><span class="evidence-title">Evidence: ',
    url === undefined
      ? escapeHtml(title!)
      : `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(title!)}</a>`,
    at === undefined ? "" : ` <span class="evidence-at">${whenWords(at)}</span>`,
    "</span>",
    ...children,
    "</div>",
  ],
};

/** An instant in words; anything else as its author wrote it. */
function whenWords(at: string): string {
  if (instantProblem(at) !== undefined) return escapeHtml(at);
  const { iso, day, utc } = instantWords(at, "UTC");
  return `<time datetime="${iso}">${day}, ${utc}</time>`;
}
