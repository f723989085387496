import { escapeHtml } from "../escape-html.ts";
import type { Component } from "./component.ts";

/** `<Tabs>` around `<Tab>`s: alternatives of which a reader needs one. */
export const tabs: Component = {
  name: "Tabs",
  attributes: {},
  render: (_props, children) => ['<div class="tabs">', ...children, "</div>"],
};

/** `<Tab title="…">`: one alternative; opens without JavaScript. */
export const tab: Component = {
  name: "Tab",
  attributes: { title: { required: true } },
  within: "Tabs",
  render: ({ title }, children, ordinal) => [
    `<details class="tab"${ordinal === "1" ? " open" : ""}><summary>${escapeHtml(title!)}</summary>`,
    ...children,
    "</details>",
  ],
};
