import type { Component } from "./component.ts";

/** `<Internal>`: text that only the internal audience may read. */
export const internal: Component = {
  name: "Internal",
  attributes: {},
  render: (_props, children) => [{ slot: "internal", children }],
};
