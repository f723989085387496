import type { Entry, KnowledgeBase } from "../../src/core/knowledge-base/knowledge-base.ts";
import { linkKnowledgeBase } from "../../src/core/knowledge-base/link-knowledge-base.ts";
import { EMPTY_BODY } from "../../src/core/markdown/body.ts";
import { type DataOf, KINDS, type Kind } from "../../src/core/schemas/kinds.ts";
import { instantOf } from "../../src/core/time.ts";
import { pick, seededRandom } from "./random.ts";

/** How much is made. */
export interface Size {
  readonly incidents: number;
  readonly services: number;
  readonly actionItems: number;
  readonly years: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;
/** The instant up to which things are made. */
export const MADE_UNTIL = Date.UTC(2027, 0, 1);

const term = (id: string) => ({ id, name: id, description: "a made term" });
const LAYERS = ["application", "data", "platform", "edge", "delivery"];
const FACTORS = ["defect", "missing-test", "gap", "canary", "retry", "capacity", "fallback", "runbook"];

/** A linked knowledge base of a size, the same for the same size; lengths are log-normal, as real ones are. */
export function makeKnowledge(size: Size): KnowledgeBase {
  const random = seededRandom(size.incidents + size.services);
  const services = Array.from({ length: size.services }, (_, index) => `service-${index + 1}`);
  const step = (size.years * 365.25 * DAY) / size.incidents;
  const perPostmortem = Math.ceil((2 * size.actionItems) / size.incidents);
  const entries: Entry[] = [
    entry("site", "site", { schemaVersion: 1, name: "Bench", url: "https://example.com/" }),
    entry("taxonomy", "taxonomy", {
      severities: ["SEV1", "SEV2", "SEV3", "SEV4"].map((id) => ({
        ...term(id),
        postmortem: { required: id < "SEV3" },
        targets: { detect: "5min", restore: "1h" },
      })),
      layers: LAYERS.map(term),
      triggers: ["push", "load"].map(term),
      factors: FACTORS.map(term),
      detectionSources: ["alert", "customer"].map(term),
      failureModes: ["storm"].map(term),
    }),
    entry("teams", "teams", {
      people: [{ handle: "one", role: "engineer" }],
      teams: [{ id: "core", name: "Core", members: ["one"] }],
    }),
    ...services.map((id, index) =>
      entry("service", id, {
        title: id,
        owner: "core",
        component: { name: id },
        dependsOn: index === 0 ? [] : [services[index >> 1]!],
        objectives: [{ id: "up", target: 0.999, window: { rolling: "28d" } }],
      }),
    ),
  ];
  for (let index = 0; index < size.incidents; index++) {
    const start = MADE_UNTIL - size.years * 365.25 * DAY + index * step;
    const at = (minutes: number) => instantOf(Math.round(start + minutes * MINUTE));
    const length = 10 + Math.exp(3.5 + 1.2 * normal(random));
    const id = `${at(0).slice(0, 10)}-made-${index}`;
    const named = [...new Set([pick(random, services), pick(random, services)])];
    const severity = pick(random, ["SEV1", "SEV2", "SEV3", "SEV4"]);
    entries.push(
      entry("incident", id, {
        title: `Made incident ${index}`,
        visibility: "internal",
        severity: { initial: severity, peak: severity },
        services: named,
        team: "core",
        milestones: {
          started: at(0),
          detected: at(3),
          paged: at(3),
          acknowledged: at(5),
          mitigated: at(length - 5),
          resolved: at(length),
          verified: at(length + 5),
        },
        impact: [{ service: named[0], level: "partial_outage", from: at(0), to: at(length - 5) }],
        detection: { source: pick(random, ["alert", "customer"]) },
        trigger: pick(random, ["push", "load"]),
        layers: [pick(random, LAYERS)],
        factors: [pick(random, FACTORS)],
        remediation: pick(random, ["automation", "people"]),
        customerVisible: index % 2 === 0,
        updates:
          index % 2 === 0
            ? [
                { at: at(8), status: "investigating", text: "Something is wrong." },
                { at: at(length), status: "resolved", text: "It works again." },
              ]
            : [],
        ...(index % 4 === 0
          ? { cost: { revenue: { low: 100, high: 900, currency: "EUR", method: "made up" } } }
          : {}),
        signature: `signature-${Math.floor(random() * (size.incidents / 5))}`,
      }),
    );
    if (index % 2 === 0)
      entries.push(
        entry("postmortem", id, {
          title: `Made postmortem ${index}`,
          visibility: "internal",
          incidents: [id],
          state: "final",
          drafted: at(1440),
          finalized: at(2880),
          actionItems: Array.from({ length: perPostmortem }, (_, item) => ({
            id: `ai-${index}-${item}`,
            title: "Make it not happen",
            kind: "prevent",
            owner: "one",
            opened: at(2880).slice(0, 10),
            due: at((60 * DAY) / MINUTE).slice(0, 10),
            status: random() < 0.1 ? "open" : "done",
            ...(random() < 0.1 ? {} : { done: at((50 * DAY) / MINUTE).slice(0, 10) }),
          })),
        }),
      );
  }
  return linkKnowledgeBase("content", entries, [], [])!;
}

function entry<K extends Kind>(kind: K, id: string, fields: unknown): Entry<K> {
  const data = KINDS[kind].schema.parse(fields) as DataOf<K>;
  return { kind, id, file: `content/${KINDS[kind].at.replace("*", id)}`, data, body: EMPTY_BODY };
}

/** A standard normal number (Box and Muller). */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
