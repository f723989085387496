import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { viewContext } from "../../src/core/views/view-context.ts";
import { buildEntry, buildIncident } from "../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../support/builders/build-knowledge-base.ts";

/** How many incidents there are. */
export const COUNT = 1000;

/** Every fourth is of the same severity; services take turns by two and two; the last one is open. */
export function manyEntries() {
  const incidents = Array.from({ length: COUNT }, (_, index) => {
    const start = Date.UTC(2023, 0, 1) + index * 26 * 3_600_000;
    const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace(".000Z", "Z");
    const severity = `SEV${1 + (index % 4)}`;
    return buildIncident(
      {
        title:
          index % 4 === 0
            ? `=HYPERLINK(${index})`
            : `Orders were slow, and slower than the day before, number ${index}`,
        severity: { initial: severity, peak: severity },
        services: [Math.floor(index / 4) % 2 === 0 ? "search" : "checkout"],
        milestones: {
          started: at(0),
          detected: at(5),
          ...(index === COUNT - 1 ? {} : { resolved: at(10 + (index % 11) * 10) }),
        },
      },
      `${at(0).slice(0, 10)}-incident-${index}`,
    );
  });
  // Every third postmortem is a draft; every second runbook was verified long ago, the last one is a playbook.
  const postmortems = Array.from({ length: 12 }, (_, index) =>
    buildEntry("postmortem", `p-${index}`, {
      title: `Lessons of number ${index}`,
      incidents: [incidents[index]!.id],
      ...(index % 3 === 0
        ? { state: "draft" }
        : { state: "final", lesson: `Say it once, ${index}`, finalized: "2026-03-01T10:00:00Z" }),
    }),
  );
  const runbooks = Array.from({ length: 6 }, (_, index) =>
    buildEntry("runbook", `r-${index}`, {
      title: `Restart number ${index}`,
      kind: index === 5 ? "playbook" : "runbook",
      services: ["checkout"],
      verified: { on: index % 2 === 0 ? "2026-03-20" : "2024-01-10", by: "ada", how: "dry-run" },
    }),
  );
  const knowledgeBase = buildKnowledgeBase([...incidents, ...postmortems, ...runbooks], {
    taxonomy: {
      severities: [1, 2, 3, 4].map((rank) => ({
        id: `SEV${rank}`,
        name: `Rank ${rank}`,
        description: "A made severity",
        postmortem: { required: false },
      })),
    },
  });
  const now = epochOf("2026-04-01T08:00:00Z");
  const reader = readerOf(knowledgeBase.site, "internal")!;
  return viewContext(project(knowledgeBase, reader, now), now);
}
