import { minimalFile } from "../../support/content-folder.ts";
import type { Case } from "./case.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";

/** What becomes known of an incident. */
export const INCIDENT_CASES: readonly Case[] = [
  [
    "an incident",
    { "incidents/2026-03-21-later.mdx": minimalFile(INCIDENT).replaceAll("2026-03-14T", "2026-03-21T") },
  ],
  [
    "the end of an incident",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "verified: 2026-03-14T18:40:00Z",
          "verified: 2026-03-14T18:40:00Z\n  closed: 2026-03-21T10:00:00Z",
        ),
      ),
    },
  ],
  [
    "an update",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "runbooks:",
          "  - { at: 2026-03-21T10:00:00Z, status: resolved, text: We learned why. }\nrunbooks:",
        ),
      ),
    },
  ],
  [
    "an entry of the timeline",
    {
      [INCIDENT]: incident((text) =>
        text.replace("updates:", "  - { at: 2026-03-21T10:00:00Z, text: A late thought }\nupdates:"),
      ),
    },
  ],
  [
    "the end of an impact",
    { [INCIDENT]: incident((text) => text.replace("to: 2026-03-14T17:52:00Z", "to: 2026-03-21T10:00:00Z")) },
    { [INCIDENT]: incident((text) => text.replace(", to: 2026-03-14T17:52:00Z", "")) },
  ],
  [
    "an impact",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "  - { service: payments, level: none, from: 2026-03-21T10:00:00Z, to: 2026-03-21T11:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a role",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "roles:\n  - { role: scribe, person: ada, from: 2026-03-21T10:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a finding",
    {
      [INCIDENT]: incident((text) =>
        text.replace(
          "detection:",
          "hypotheses:\n  - { text: It was the moon, state: confirmed, at: 2026-03-21T10:00:00Z }\ndetection:",
        ),
      ),
    },
  ],
  [
    "a notice to an authority",
    { [INCIDENT]: exposed(", sent: 2026-03-21T10:00:00Z") },
    { [INCIDENT]: exposed("") },
  ],
  [
    "the end of an exposure",
    { [INCIDENT]: exposed("", "\n  contained: 2026-03-21T10:00:00Z") },
    { [INCIDENT]: exposed("") },
  ],
];

function incident(change: (text: string) => string): string {
  const text = minimalFile(INCIDENT);
  const changed = change(text);
  if (changed === text) throw new Error("Unexpected incident that is as before");
  return changed;
}

function exposed(sent: string, contained = ""): string {
  return incident((text) =>
    text.replace(
      "detection:",
      `exposure:\n  scope: Names${contained}\n  notifications:\n    - { authority: A, basis: B, clockStarted: 2026-03-14T18:00:00Z, due: 2026-03-17T18:00:00Z${sent} }\ndetection:`,
    ),
  );
}
