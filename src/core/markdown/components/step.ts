import { escapeHtml } from "../escape-html.ts";
import type { Component } from "./component.ts";

/** `<Step title="…" expected="…" back="…">`: one step of a runbook, numbered in the order of the text. */
export const step: Component = {
  name: "Step",
  attributes: { title: { required: true }, expected: {}, back: {} },
  render: ({ title, expected, back }, children, ordinal) => [
    `<section class="step" id="step-${ordinal}"><h3 class="step-title"><span class="step-number">${ordinal}</span> ${escapeHtml(title!)}</h3>`,
    ...children,
    expected === undefined
      ? ""
      : `<p class="step-expected"><strong>Expect:</strong> ${escapeHtml(expected)}</p>`,
    back === undefined ? "" : `<p class="step-back"><strong>Way back:</strong> ${escapeHtml(back)}</p>`,
    "</section>",
  ],
};
