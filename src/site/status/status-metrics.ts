import type { StatusFacts } from "../../core/views/status/status-facts.ts";

const STATES = [
  "operational",
  "under_maintenance",
  "degraded_performance",
  "partial_outage",
  "major_outage",
] as const;

/** The state of things in the text format of Prometheus. */
export function statusMetrics(facts: StatusFacts): string {
  const components = facts.groups.flatMap((group) => group.components);
  const labels = (pairs: Readonly<Record<string, string>>) =>
    `{${Object.entries(pairs)
      .map(([name, value]) => `${name}="${escaped(value)}"`)
      .join(",")}}`;
  const ago = (days: (typeof components)[number]["days"]) =>
    days.reduce((sum, { minutes }) => sum + (minutes.major_outage ?? 0) + (minutes.partial_outage ?? 0), 0);
  return [
    ...family("tidemark_status_as_of_timestamp_seconds", "Instant that the state is true for.", [
      `tidemark_status_as_of_timestamp_seconds ${Date.parse(facts.asOf) / 1000}`,
    ]),
    ...family(
      "tidemark_status_component_state",
      "Whether a component is in a state, 1 or 0.",
      components.flatMap(({ id, name, state }) =>
        STATES.map(
          (each) =>
            `tidemark_status_component_state${labels({ component: id, name, state: each })} ${each === state ? 1 : 0}`,
        ),
      ),
    ),
    ...family(
      "tidemark_status_component_availability_ratio",
      `Availability over the days shown, weighting ${facts.weighting}.`,
      components.flatMap(({ id, name, availability }) =>
        availability === undefined
          ? []
          : [
              `tidemark_status_component_availability_ratio${labels({ component: id, name })} ${availability}`,
            ],
      ),
    ),
    ...family(
      "tidemark_status_component_outage_seconds",
      "Time of partial and major outage over the days shown.",
      components.map(
        ({ id, name, days }) =>
          `tidemark_status_component_outage_seconds${labels({ component: id, name })} ${ago(days) * 60}`,
      ),
    ),
    ...family("tidemark_status_open_incidents", "Incidents that are open.", [
      `tidemark_status_open_incidents ${facts.open.length}`,
    ]),
    ...family("tidemark_status_maintenance_windows", "Planned work that goes on or comes, by state.", [
      ...(["scheduled", "in_progress", "verifying"] as const).map(
        (state) =>
          `tidemark_status_maintenance_windows${labels({ state })} ${facts.planned.filter((window) => window.state === state).length}`,
      ),
    ]),
    "",
  ].join("\n");
}

function family(name: string, help: string, samples: readonly string[]): string[] {
  return samples.length === 0 ? [] : [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...samples];
}

function escaped(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}
