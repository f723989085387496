import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { dateIn, durationOf, epochOf, type Instant, instantOf } from "../time.ts";
import { type Drafting, freeId, makeDraft } from "./draft.ts";
import { WishReader } from "./known-words.ts";
import { slugOf } from "./slug-of.ts";

/** What somebody knows of planned work when it is written down. */
export interface MaintenanceWishes {
  readonly title?: string;
  readonly publicTitle?: string;
  readonly visibility?: string;
  readonly from?: Instant;
  /** The end, or else the length. */
  readonly to?: Instant;
  readonly length?: string;
  readonly services?: readonly string[];
  readonly expected?: "major_outage" | "partial_outage" | "degraded_performance" | "none";
  readonly owner?: string;
}

/** Planned work in one window. */
export function draftMaintenance(knowledgeBase: KnowledgeBase, wishes: MaintenanceWishes): Drafting {
  const read = new WishReader(knowledgeBase);
  const title = read.line("title", wishes.title);
  const publicTitle =
    wishes.publicTitle === undefined ? undefined : read.line("public title", wishes.publicTitle);
  const visibility = read.word("visibility", "visibility", wishes.visibility ?? "internal");
  const services = read.words("service", "service", wishes.services);
  if (services.length === 0) read.refuse("service", "Expected at least one service, found nothing");
  const owner =
    read.word("owner", "team", wishes.owner) ?? knowledgeBase.look.service.get(services[0] ?? "")?.data.owner;
  if (wishes.from === undefined) read.refuse("from", "Expected when it begins, found nothing");
  const from = read.instant("from", wishes.from);
  const to = read.instant("to", wishes.to);
  if (to === undefined && wishes.length === undefined)
    read.refuse("to", "Expected when it ends, found nothing");
  if (wishes.length !== undefined && !/^[1-9]\d{0,4}(s|min|h|d)$/.test(wishes.length))
    read.refuse("length", `Unexpected length \`${wishes.length}\`, expected for example 90min or 2h`);
  if (read.problems.length > 0 || from === undefined) return { ok: false, problems: read.problems };
  const end = to ?? instantOf(epochOf(from) + durationOf(wishes.length!));
  if (epochOf(end) <= epochOf(from))
    return {
      ok: false,
      problems: [{ wish: "to", message: `Unexpected end at ${end}, expected one after ${from}` }],
    };
  return makeDraft(
    "maintenance",
    freeId(
      knowledgeBase,
      "maintenance",
      `${dateIn(epochOf(from), knowledgeBase.site.timeZone)}-${slugOf(title)}`,
    ),
    [
      { title, publicTitle, visibility },
      {
        remarks: [
          "announced: when it was published; only work announced before it begins is left out of downtime.",
        ],
      },
      {
        schedule: { from, to: end },
        services: services.map((service) => ({
          service,
          expected: wishes.expected ?? "degraded_performance",
        })),
        owner,
      },
    ],
    "TODO: what is done, why, and what is noticed",
  );
}
