import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { extras, paragraph, sentence } from "./make-text.ts";
import { pick, seededRandom } from "./random.ts";

/** One made document: where it goes, its front matter without fences, its body, its words for tags. */
export interface MadeDocument {
  readonly folder: "incidents" | "postmortems" | "runbooks";
  readonly id: string;
  readonly title: string;
  readonly frontMatter: string;
  readonly body: string;
  readonly tags: readonly string[];
}

const FACTORS = [
  "software-defect",
  "missing-test",
  "monitoring-gap",
  "no-canary",
  "retry-storm",
  "capacity-plan",
  "no-fallback",
  "stale-runbook",
  "alert-noise",
  "single-holder",
];
const TRIGGERS = ["binary-push", "configuration-push", "load-change", "vendor-change", "capacity", "expiry"];
const LAYERS = ["application", "data", "platform", "edge-network", "delivery"];
const SERVICES = Array.from({ length: 20 }, (_, index) => `service-${String(index + 1).padStart(2, "0")}`);

/** N documents, the same for the same N: two fifths incidents, two fifths their postmortems, one fifth runbooks. */
export function makeDocuments(count: number): MadeDocument[] {
  const incidents = Math.round(count * 0.4);
  return Array.from({ length: count }, (_, index) => {
    const random = seededRandom(index + 1);
    if (index < incidents) return incident(index, seededRandom(index + 1));
    if (index < incidents * 2) return postmortem(index - incidents, random);
    return runbook(index - incidents * 2, random);
  });
}

/** N incidents alone, the same for the same N. */
export function makeIncidents(count: number): MadeDocument[] {
  return Array.from({ length: count }, (_, index) => incident(index, seededRandom(index + 1)));
}

/** Writes documents and what a content folder needs besides. */
export function writeContent(
  folder: string,
  documents: readonly MadeDocument[],
  base: Readonly<Record<string, string>>,
): void {
  for (const name of ["incidents", "postmortems", "runbooks", "services"])
    mkdirSync(join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(base)) writeFileSync(join(folder, name), text);
  for (const service of SERVICES)
    writeFileSync(
      join(folder, "services", `${service}.mdx`),
      `---\ntitle: ${service}\nowner: core\nexternal: false\n---\n\nA made service.\n`,
    );
  for (const document of documents)
    writeFileSync(join(folder, document.folder, `${document.id}.mdx`), fileText(document));
}

/** The file of a made document. */
export function fileText(document: MadeDocument): string {
  return `---\n${document.frontMatter}---\n\n${document.body}\n`;
}

/** Site, taxonomy and teams of the made content. */
export const BASE_FILES: Readonly<Record<string, string>> = {
  "site.yaml":
    "schemaVersion: 1\nname: Bench\nurl: https://example.com/\ntimeZone: UTC\nasOf: 2027-01-01T00:00:00Z\n",
  "taxonomy.yaml": `severities:\n${["SEV1", "SEV2", "SEV3", "SEV4"].map((id) => `  - { id: ${id}, name: ${id}, description: made, postmortem: { required: ${id < "SEV3"} } }`).join("\n")}\n${vocabulary("layers", LAYERS)}${vocabulary("triggers", TRIGGERS)}${vocabulary("factors", FACTORS)}${vocabulary("detectionSources", ["alert", "customer"])}${vocabulary("failureModes", ["alert-storm"])}`,
  "teams.yaml":
    "people:\n  - { handle: one, role: engineer }\n  - { handle: two, role: engineer }\nteams:\n  - { id: core, name: Core, members: [one, two] }\n",
};

function vocabulary(name: string, terms: readonly string[]): string {
  return `${name}:\n${terms.map((term) => `  - { id: ${term}, name: ${term}, description: a made term }`).join("\n")}\n`;
}

function incident(index: number, random: () => number): MadeDocument {
  const start = Date.UTC(2021, 0, 1) + index * 5 * 3_600_000;
  const at = (minutes: number) => new Date(start + minutes * 60_000).toISOString().replace(".000Z", "Z");
  const id = idOf(index);
  const services = [pick(random, SERVICES), pick(random, SERVICES)];
  const unique = [...new Set(services)];
  const factors = [...new Set([pick(random, FACTORS), pick(random, FACTORS)])];
  const resolved = 40 + Math.floor(random() * 200);
  const entries = 8 + Math.floor(random() * 13);
  const title = sentence(random).slice(0, -1).slice(0, 70);
  const timeline = Array.from(
    { length: entries },
    (_, step) =>
      `  - at: ${at(2 + Math.floor((step * resolved) / entries))}\n    kind: ${pick(random, ["observation", "action", "decision"])}\n    text: ${sentence(random)}\n`,
  );
  const severity = pick(random, ["SEV1", "SEV2", "SEV3", "SEV4"]);
  const parts = extras(random);
  return {
    folder: "incidents",
    id,
    title,
    tags: factors,
    frontMatter:
      `title: ${title}\nvisibility: internal\nseverity: { initial: ${severity}, peak: ${severity}, final: ${severity} }\nservices: [${unique.join(", ")}]\nteam: core\n` +
      `milestones:\n  started: ${at(0)}\n  detected: ${at(2)}\n  paged: ${at(2)}\n  acknowledged: ${at(4)}\n  mitigated: ${at(resolved - 10)}\n  resolved: ${at(resolved)}\n  verified: ${at(resolved + 5)}\n` +
      `impact:\n  - { service: ${unique[0]}, level: partial_outage, from: ${at(0)}, to: ${at(resolved - 10)} }\n` +
      `detection: { source: alert }\ntrigger: ${pick(random, TRIGGERS)}\nlayers: [${pick(random, LAYERS)}]\nfactors: [${factors.join(", ")}]\nroles:\n  - { role: incident-commander, person: one }\ntimeline:\n${timeline.join("")}`,
    body: `## What happened\n\n${paragraph(random, 12)}\n\n${paragraph(random, 10)}\n\n${parts.table}\n\n## Timeline\n\n<Timeline />\n\n## Response\n\n${paragraph(random, 12)}\n\n${parts.code}\n\n${parts.tasks}\n`,
  };
}

function postmortem(index: number, random: () => number): MadeDocument {
  const id = idOf(index);
  const title = sentence(random).slice(0, -1).slice(0, 70);
  const parts = extras(random);
  const finalized = new Date(Date.UTC(2021, 0, 1) + index * 5 * 3_600_000 + 3 * 86_400_000)
    .toISOString()
    .replace(".000Z", "Z");
  const section = (name: string) => `## ${name}\n\n${paragraph(random, 5)}\n`;
  return {
    folder: "postmortems",
    id,
    title,
    tags: [pick(random, FACTORS)],
    frontMatter: `title: ${title}\nvisibility: internal\nincidents: [${id}]\nstate: final\nlesson: ${sentence(random)}\nauthors: [one]\ndrafted: ${finalized}\nfinalized: ${finalized}\nactionItems:\n  - id: ai-${index}\n    title: ${sentence(random).slice(0, -1)}\n    kind: prevent\n    owner: one\n    opened: ${finalized.slice(0, 10)}\n    due: 2026-12-31\n    status: done\n    done: 2026-06-01\n`,
    body: `${section("Summary")}\n${section("Impact")}\n${parts.table}\n\n## Timeline\n\n<Timeline />\n\n${section("Detection")}\n${section("Response")}\n${parts.code}\n\n${section("Contributing factors")}\n<Factors />\n\n${section("What went well")}\n${section("What went badly")}\n${section("Where we got lucky")}\n## Action items\n\n<ActionItems />\n\n${parts.tasks}\n\n${section("Lessons")}\nThe record is [the incident](/incidents/${id}/).\n\n${section("Customer communication")}`,
  };
}

function runbook(index: number, random: () => number): MadeDocument {
  const parts = extras(random);
  const title = sentence(random).slice(0, -1).slice(0, 70);
  const section = (name: string) => `## ${name}\n\n${paragraph(random, 6)}\n`;
  return {
    folder: "runbooks",
    id: `runbook-${index}`,
    title,
    tags: [pick(random, LAYERS)],
    frontMatter: `title: ${title}\nvisibility: internal\nservices: [${pick(random, SERVICES)}]\nalerts: [Alert${index}]\nowner: core\nverified: { on: 2026-12-01, by: one, how: read }\nestimatedTime: 20min\n`,
    body: `${section("Meaning")}\n${section("Impact")}\n${section("Diagnosis")}\n${parts.table}\n\n${parts.code}\n\n## Mitigation\n\n<Step title="Look at the queue" expected="It drains" back="Stop the workers">\n${sentence(random)}\n</Step>\n\n<Step title="Scale the workers">\n${sentence(random)}\n</Step>\n\n${section("Verification")}\n${parts.tasks}\n\n${section("Rollback")}\n${section("Escalation")}`,
  };
}

function idOf(index: number): string {
  return `${new Date(Date.UTC(2021, 0, 1) + index * 5 * 3_600_000).toISOString().slice(0, 10)}-made-${index}`;
}
