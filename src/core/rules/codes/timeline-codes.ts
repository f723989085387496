import type { Code } from "./code.ts";

/** Problems of timelines, public updates and evidence. */
export const TIMELINE_CODES: readonly Code[] = [
  {
    code: "timeline-order",
    severity: "warning",
    title: "The timeline is not in order",
    explanation:
      "Entries stand in the order in which things happened. One that stands after a later one is often a wrong hour or a wrong offset from UTC.",
    wrong: `timeline:
  - { at: 2026-03-14T17:52:00Z, text: Pool size raised }
  - { at: 2026-03-14T17:38:00Z, text: Alert CheckoutLatencyHigh }`,
    right: `timeline:
  - { at: 2026-03-14T17:38:00Z, text: Alert CheckoutLatencyHigh }
  - { at: 2026-03-14T17:52:00Z, text: Pool size raised }`,
    language: "yaml",
  },
  {
    code: "update-order",
    severity: "warning",
    title: "Public updates are not in order",
    explanation:
      "Updates stand in the order in which customers read them; the status page and its feeds show them by their instants. One that stands after a later one is often a wrong hour or a wrong offset.",
    wrong: `updates:
  - { at: 2026-03-14T18:20:00Z, status: resolved, text: All orders pass again. }
  - { at: 2026-03-14T17:50:00Z, status: investigating, text: Some orders fail. }`,
    right: `updates:
  - { at: 2026-03-14T17:50:00Z, status: investigating, text: Some orders fail. }
  - { at: 2026-03-14T18:20:00Z, status: resolved, text: All orders pass again. }`,
    language: "yaml",
  },
  {
    code: "key-event-without-evidence",
    severity: "warning",
    title: "A turning point that nothing shows",
    explanation:
      "A key event is one on which the story turns. Months later only evidence can settle what happened: a picture of the graph, an excerpt of the log, the link to the change.",
    wrong: `timeline:
  - at: 2026-03-14T17:52:00Z
    text: Pool size raised from 20 to 60
    key: true`,
    right: `timeline:
  - at: 2026-03-14T17:52:00Z
    text: Pool size raised from 20 to 60
    key: true
    evidence:
      - { title: Pool usage, file: images/2026-03-14-pool.png }`,
    language: "yaml",
  },
  {
    code: "evidence-expires",
    severity: "warning",
    title: "Evidence that will be gone",
    explanation:
      "The only evidence for a key event is a link that expires: it says so itself, or its host is one of those that site.yaml lists under `expiringEvidence`. A copy in the content folder lasts as long as the record.",
    wrong: `evidence:
  - { title: Pool usage, url: "https://graphs.example.com/d/1", expires: 2026-04-14 }`,
    right: `evidence:
  - { title: Pool usage, url: "https://graphs.example.com/d/1", file: images/2026-03-14-pool.png }`,
    language: "yaml",
  },
  {
    code: "evidence-missing",
    severity: "error",
    title: "A copy of evidence that is not there",
    explanation:
      "`file` names a picture in the content folder, by its path from the content folder. Check the path and whether the picture was committed.",
    wrong: `evidence:
  - { title: Pool usage, file: 2026-03-14-pool.png }`,
    right: `evidence:
  - { title: Pool usage, file: images/2026-03-14-pool.png }`,
    language: "yaml",
  },
];
