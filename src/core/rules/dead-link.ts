import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { resolveLink, type Target } from "../knowledge-base/resolve-link.ts";
import { type Body, type BodyLink, EMPTY_BODY } from "../markdown/body.ts";
import { hasPart } from "../markdown/has-part.ts";
import { didYouMean } from "../suggestion.ts";
import { entriesWithBody } from "./entries-with-body.ts";

/** Links and pictures that lead nowhere, to a heading that does not exist, or out of the content folder. */
export function deadLink(knowledgeBase: KnowledgeBase): readonly Finding[] {
  const findings = entriesWithBody(knowledgeBase).flatMap((entry) =>
    entry.body.links.flatMap((link, index) => findingsOf(knowledgeBase, entry, link, index)),
  );
  return findings.map(({ wanted, ...finding }, index) => ({
    ...finding,
    ...(wanted === undefined || index >= MOST_SUGGESTIONS ? {} : suggestionFor(knowledgeBase, wanted)),
  }));
}

/** Looking for the nearest id is slow in a large knowledge base: after so many problems nobody reads the next suggestion. */
const MOST_SUGGESTIONS = 200;

type DeadFinding = Finding & { readonly wanted?: DeadTarget["wanted"] };

function suggestionFor(
  { look }: KnowledgeBase,
  { entryKind, id }: NonNullable<DeadTarget["wanted"]>,
): { help?: string } {
  const help = didYouMean(id, look[entryKind].keys());
  return help === undefined ? {} : { help };
}

type DeadTarget = Extract<Target, { kind: "dead" }>;

function findingsOf(
  knowledgeBase: KnowledgeBase,
  entry: Entry,
  link: BodyLink,
  index: number,
): DeadFinding[] {
  const spot = { file: entry.file, link: index };
  const target = resolveLink(knowledgeBase, entry.file, link.href);
  const what = link.image ? "picture" : "link";
  switch (target.kind) {
    case "outside":
      return [
        {
          code: "link-outside",
          message: `Unexpected ${what} \`${link.href}\`, which leads out of the content folder`,
          spot,
        },
      ];
    case "dead":
      return leadsToBroken(knowledgeBase, link.href)
        ? []
        : [dead(link, withNamesake(knowledgeBase, entry, link, target), spot)];
    case "asset":
      return [];
    case "entry":
    case "here": {
      if (link.image) return [dead(link, { kind: "dead", reason: "it is no picture" }, spot)];
      if (target.fragment === undefined) return [];
      const there = target.kind === "here" ? entry : entryOf(knowledgeBase, target);
      if (there === undefined) return [deadAnchor(target.fragment, EMPTY_BODY, spot)];
      return hasAnchor(there, target.fragment) ? [] : [deadAnchor(target.fragment, there.body, spot)];
    }
    default:
      return link.image && target.kind === "page"
        ? [dead(link, { kind: "dead", reason: "it is no picture" }, spot)]
        : [];
  }
}

function dead(
  link: BodyLink,
  { reason, namesake, wanted }: DeadTarget & { namesake?: string },
  spot: Finding["spot"],
): DeadFinding {
  return {
    code: link.image ? "image-missing" : "link-dead",
    message: `Unexpected ${link.image ? "picture" : "link"} \`${link.href}\`: ${reason}`,
    ...(namesake === undefined ? {} : { help: `Did you mean \`${namesake}\`?` }),
    ...(wanted === undefined ? {} : { wanted }),
    spot,
  };
}

/** Where a picture of the same name lies, as a path from the file. */
function withNamesake(
  { assets }: KnowledgeBase,
  entry: Entry,
  link: BodyLink,
  target: DeadTarget,
): DeadTarget & { namesake?: string } {
  const name = link.href.split("/").at(-1);
  const namesake = link.image ? assets.find(({ path }) => path.split("/").at(-1) === name) : undefined;
  if (namesake === undefined) return target;
  const up = "../".repeat(entry.file.split("/").length - 2);
  return { ...target, namesake: `${up}${namesake.path}` };
}

function deadAnchor(fragment: string, body: Body, spot: Finding["spot"]): Finding {
  const ids = body.headings.map(({ id }) => id);
  const help = didYouMean(fragment, ids);
  return {
    code: "anchor-dead",
    message: `Unexpected anchor \`#${fragment}\`, which nothing there has`,
    ...(help === undefined ? {} : { help }),
    spot,
  };
}

/** The entry whose headings a fragment must name; the page of a team has none. */
function entryOf({ look }: KnowledgeBase, target: Extract<Target, { kind: "entry" }>): Entry | undefined {
  return target.entryKind === "team" ? undefined : look[target.entryKind].get(target.id);
}

/** Headings, steps, footnotes and action items can be linked to. */
function hasAnchor({ body, data }: Entry, fragment: string): boolean {
  if (body.headings.some(({ id }) => id === fragment) || hasPart(body.parts, fragment, true)) return true;
  return "actionItems" in data && data.actionItems.some(({ id }) => id === fragment);
}

/** Whether a dead link names a file that exists and cannot be read: that file has its own problem. */
function leadsToBroken({ broken, root }: KnowledgeBase, href: string): boolean {
  const path = href
    .replace(/[?#].*$/s, "")
    .replace(/\/$/, "")
    .replace(/\.mdx?$/, "");
  return (
    broken.some(({ file, id }) => {
      const folder = file.slice(root.length + 1).split("/")[0]!;
      return path.endsWith(`/${id}`) && (path.includes(`${folder}/`) || path === `./${id}`);
    }) || broken.some(({ id }) => path === id)
  );
}
