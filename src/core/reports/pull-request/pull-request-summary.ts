import { safeInline, withoutHidden } from "../../github/safe-text.ts";
import type { Entry, KnowledgeBase } from "../../knowledge-base/knowledge-base.ts";
import { instantOf } from "../../time.ts";
import { relatedIncidents } from "../../views/incident/related-incidents.ts";
import { durationWords } from "../../words/duration-words.ts";
import type { SiteDifference } from "../site-difference.ts";
import type {
  ChangedCompleteness,
  ChangedItem,
  ContentDifference,
  MovedMilestone,
} from "./content-difference.ts";

/** What the public site would become, or in a sentence why that cannot be said. */
export type PublicPart = SiteDifference | string;

/** Everything that the summary of a pull request is made of. */
export interface PullRequestFacts {
  readonly knowledgeBase: KnowledgeBase;
  readonly difference: ContentDifference;
  /** Absent where it was not asked for. */
  readonly becomesPublic?: PublicPart;
  /** Places of the change that look like secrets. */
  readonly secrets: readonly { readonly path: string; readonly line: number; readonly kind: string }[];
}

const MOST = 50;
const UNCHANGED = "No page changes.";
const NOTHING =
  "Nothing that the knowledge base knows of changes: no entry, milestone or action item, and no word that is public.";
const KIND_WORDS: Readonly<Record<string, string>> = { "game-day": "game day" };

/** What a change means, as Markdown for whoever reviews it; contributed words say themselves and nothing else. */
export function pullRequestSummary({
  knowledgeBase,
  difference,
  becomesPublic,
  secrets,
}: PullRequestFacts): string {
  const { added, removed, milestones, items, completeness } = difference;
  const parts = [
    section(
      "Looks like a secret",
      secrets.map(
        ({ path, line, kind }) =>
          `\`${code(path)}\` line ${line}: ${safeInline(kind)}. Take it out and make it worthless where it is from: what was pushed once is known.`,
      ),
    ),
    section(
      "New",
      added.map((entry) => `${kindOf(entry)} ${nameOf(entry)}${seen(entry)}`),
    ),
    section(
      "Gone",
      removed.map((entry) => `${kindOf(entry)} ${nameOf(entry)}`),
    ),
    section("Milestones", milestones.map(milestoneLine)),
    section("Action items", items.map(itemLine)),
    section("Completeness of postmortems", completeness.map(completenessLine)),
    section(
      "Seen before",
      added.filter(isIncident).flatMap((incident) => seenBefore(knowledgeBase, incident)),
    ),
    becomesPublic === undefined ? "" : publicSection(becomesPublic),
  ].filter((part) => part !== "");
  const isNews = parts.length > 1 || !parts[0]?.endsWith(UNCHANGED);
  const body = parts.length > 0 && isNews ? parts : [NOTHING];
  return `${["## What this changes", ...body].join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length > MOST ? [`- and ${lines.length - MOST} more`] : [];
  return [`### ${title}`, "", ...lines.slice(0, MOST).map((line) => `- ${line}`), ...more].join("\n");
}

function seen({ data }: Entry): string {
  const { visibility } = data as { visibility?: string };
  return visibility === undefined
    ? ""
    : `, for ${visibility === "public" ? "everybody" : `readers of: ${safeInline(visibility)}`}`;
}

function milestoneLine({ incident, milestone, from, to }: MovedMilestone): string {
  const of = `of ${nameOf(incident)}`;
  if (from === undefined) return `${milestone} ${of} is set: ${instantOf(to!)}`;
  if (to === undefined) return `${milestone} ${of} is taken away; it was ${instantOf(from)}`;
  const way = to < from ? "earlier" : "later";
  return `${milestone} ${of} moves ${durationWords(Math.abs(to - from))} ${way}: ${instantOf(from)} → ${instantOf(to)}`;
}

const ITEM_WORDS: Readonly<Record<ChangedItem["change"], string>> = {
  added: "added",
  removed: "taken out of the files",
  done: "done",
  dropped: "dropped",
  reopened: "open again",
  slipped: "due later",
};

function itemLine({ item, change }: ChangedItem): string {
  const due = item.slips.at(-1)?.to ?? item.due;
  const facts = [
    item.owner === undefined ? "without an owner" : `owner ${safeInline(item.owner)}`,
    ...(change === "done" ? [] : [due === undefined ? "without a due day" : `due ${due}`]),
  ];
  return `${ITEM_WORDS[change]}: ${safeInline(item.title)} (\`${code(item.id)}\`; ${facts.join(", ")})`;
}

function completenessLine({ postmortem, before, after, wanting }: ChangedCompleteness): string {
  const score = before === undefined ? `${after} of 100` : `${before} → ${after} of 100`;
  return `${nameOf(postmortem)}: ${score}${wanting.length === 0 ? "" : `; still wanting: ${wanting.join(", ")}`}`;
}

function seenBefore(knowledgeBase: KnowledgeBase, incident: Entry<"incident">): string[] {
  return relatedIncidents(knowledgeBase, incident).map(
    ({ incident: other, reason }) => `${nameOf(incident)} is like ${nameOf(other)}: ${safeInline(reason)}`,
  );
}

function publicSection(part: PublicPart): string {
  if (typeof part === "string") return `### What would become public\n\n${part}`;
  const pages = part.files.filter(({ path }) => path.endsWith(".html"));
  if (pages.length === 0) return `### What would become public\n\n${UNCHANGED}`;
  const lines = pages.map(({ path, change, words }) => {
    const told = words
      .slice(0, 12)
      .map(({ sign, line }) => `  - ${sign === "+" ? "new" : "gone"}: ${safeInline(line, 300)}`);
    const more = words.length > 12 ? [`  - and ${words.length - 12} lines more`] : [];
    return [`\`/${code(path.replace(/index\.html$/, ""))}\` ${change}`, ...told, ...more].join("\n");
  });
  return section("What would become public", lines);
}

function nameOf({ kind, id, data }: Entry): string {
  const { title } = data as { title?: string };
  return `${safeInline(title ?? id)} (\`${code(`${kind}/${id}`)}\`)`;
}

function kindOf({ kind }: Entry): string {
  const words = KIND_WORDS[kind] ?? kind;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isIncident(entry: Entry): entry is Entry<"incident"> {
  return entry.kind === "incident";
}

/** A path or an id inside backquotes. */
function code(text: string): string {
  return withoutHidden(text).replace(/[`\s]/g, "?");
}
