import type { Component } from "./component.ts";

/** `<Timeline />` draws the record's own timeline; with text inside it frames that text. */
export const timeline: Component = {
  name: "Timeline",
  attributes: { incident: {} },
  render: (props, children) =>
    children.length > 0
      ? ['<div class="timeline-written">', ...children, "</div>"]
      : [{ slot: "component", name: "Timeline", props }],
};

/** `<Factors />` lists the contributing factors of the record. */
export const factors: Component = {
  name: "Factors",
  attributes: { incident: {} },
  render: (props) => [{ slot: "component", name: "Factors", props }],
};

/** `<ActionItems />` lists the follow-ups of the entry. */
export const actionItems: Component = {
  name: "ActionItems",
  attributes: {},
  render: (props) => [{ slot: "component", name: "ActionItems", props }],
};
