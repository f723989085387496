import { Argument, InvalidArgumentError, Option } from "commander";
import type { ComponentWish } from "../../src/core/response/component-impact.ts";
import { impactLevel } from "../../src/core/schemas/incident.ts";
import { asInstant } from "../command-line/option-values.ts";

const STATUSES = ["investigating", "identified", "monitoring", "resolved"];

/** The id of what is changed. */
export function idArgument(of: string): Argument {
  return new Argument("<id>", `the id of the ${of}: its file name without extension`);
}

/** Words for customers, and what they say. */
export function tellingOptions(): Option[] {
  return [
    new Option("--status <status>", "what is announced (default: as before, else investigating)").choices(
      STATUSES,
    ),
    updateOption(),
    componentOption(),
    new Option("--next-update <when>", "when the next update is promised: an instant, or e.g. 30min"),
    byOption(),
  ];
}

/** What `incident resolve` can be told. */
export function resolveOptions(): Option[] {
  return [
    updateOption(),
    instant("--resolved", "when it was over (default: now, or --as-of)"),
    instant("--started", "when it had begun, where that was not known yet"),
    mitigatedOption(),
    byOption(),
    new Option("--silent", "tell customers nothing"),
  ];
}

/** What `maintenance start` and `maintenance end` can be told. */
export function maintenanceOptions(): Option[] {
  return [
    updateOption(),
    instant("--window", "which window of recurring work, by its planned start (default: the nearest)"),
    byOption(),
  ];
}

export function mitigatedOption(): Option {
  return instant("--mitigated", "when users stopped being hurt; ends every impact that lasts");
}

function updateOption(): Option {
  return new Option("--update <text>", "what customers are told, plain text");
}

function byOption(): Option {
  return new Option("--by <handle>", "who writes it");
}

function componentOption(): Option {
  return new Option(
    "--component <service=level>",
    `how badly a service is hurt: ${impactLevel.options.join(", ")}; several with commas`,
  ).argParser((text: string, before: readonly ComponentWish[] | undefined) => [
    ...(before ?? []),
    ...text
      .split(",")
      .filter((part) => part.trim() !== "")
      .map(asComponent),
  ]);
}

function asComponent(text: string): ComponentWish {
  const [service, level, ...more] = text.split("=").map((part) => part.trim());
  const known = impactLevel.safeParse(level);
  if (!service || more.length > 0 || !known.success)
    throw new InvalidArgumentError(
      `Expected a service and one of ${impactLevel.options.join(", ")}, as in checkout=partial_outage.`,
    );
  return { service, level: known.data };
}

function instant(flag: string, does: string): Option {
  return new Option(`${flag} <instant>`, does).argParser(asInstant);
}
