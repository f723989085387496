import { escapeHtml } from "../escape-html.ts";
import type { Component } from "./component.ts";

const WORDS: Readonly<Record<string, string>> = {
  note: "Note",
  tip: "Tip",
  warning: "Warning",
  danger: "Danger",
};

/** `<Callout kind="warning" title="…">`: a remark that stands out. */
export const callout: Component = {
  name: "Callout",
  attributes: { kind: { values: ["note", "tip", "warning", "danger"] }, title: {} },
  render: ({ kind = "note", title }, children) => [
    `<div role="note" class="callout callout-${kind}"><p class="callout-title">${escapeHtml(title ?? WORDS[kind]!)}</p>`,
    ...children,
    "</div>",
  ],
};
