import { callout } from "./callout.ts";
import type { Component } from "./component.ts";
import { evidence } from "./evidence.ts";
import { actionItems, factors, timeline } from "./facts.ts";
import { internal } from "./internal.ts";
import { step } from "./step.ts";
import { tab, tabs } from "./tabs.ts";

/** The components that contributed text may use; nothing else is allowed. */
export const COMPONENTS: ReadonlyMap<string, Component> = new Map(
  [timeline, factors, actionItems, evidence, step, internal, callout, tabs, tab].map((component) => [
    component.name,
    component,
  ]),
);
