import { POSTMORTEM_SECTIONS } from "../../core/reliability/postmortem-sections.ts";
import { ALIAS_FIELDS } from "./aliases.ts";
import { listField, noteUnused, textField } from "./front-matter.ts";
import type { ImportedDocument } from "./import-types.ts";
import { importedDocument } from "./imported-document.ts";
import { incidentId, incidentRecord, severityIn, UNRATED } from "./incident-record.ts";
import { labelledLines } from "./labelled-lines.ts";
import type { Making } from "./making.ts";
import type { TakeNote } from "./note.ts";
import type { Owners } from "./owners.ts";
import { readActionItems } from "./read-action-items.ts";
import { isMilestoneName, readMilestones } from "./read-milestones.ts";
import { type ReadSource, readTimes } from "./read-source.ts";
import { tagsOf } from "./runbook-document.ts";
import { textOf } from "./text-of.ts";
import type { FrontMatterValue } from "./write-front-matter.ts";

/** A source that is a postmortem → its document, and the record of its incident where start, detection and end are certain. */
export function postmortemDocuments(making: Making): ImportedDocument[] {
  const { entry, source, mdx, aliases, request, owners, note } = making;
  const { head, root, title } = source;
  const { entries, context } = readTimes(entry.path, source, request.zone, note);
  noteSections(source, note);
  const found = readMilestones(root, head, entries, context);
  const incident = "why" in found ? undefined : recordOf(making, found, entries);
  if ("why" in found)
    note("prose", "no-incident-record", undefined, `The postmortem stands alone: ${found.why}`);
  const actionItems = itemsOf(
    entry.id,
    source,
    context.day ?? ("why" in found ? undefined : found.resolved.slice(0, 10)),
    owners,
    note,
  );
  const tags = tagsOf(listField(head, "tags", "categories", "keywords"));
  const isDraft =
    head.fields.get("draft") === true ||
    /^(?:draft|wip|in.?progress)$/i.test(textField(head, "status", "state") ?? "");
  note("mapped", "title", undefined, title);
  noteUnused(
    head,
    new Set([
      ...[...head.fields.keys()].filter(isMilestoneName),
      ...ALIAS_FIELDS,
      "title",
      "date",
      "tags",
      "categories",
      "keywords",
      "draft",
      "status",
      "state",
      "severity",
    ]),
    note,
  );
  const fields = {
    title,
    visibility: "internal",
    incidents: incident ? [incident.id] : [],
    state: isDraft ? "draft" : "final",
    ...(actionItems.length > 0 ? { actionItems } : {}),
    ...(tags.length > 0 ? { tags } : {}),
    ...(aliases.length > 0 ? { aliases } : {}),
  };
  const postmortem = importedDocument(`postmortems/${entry.id}.mdx`, entry.from, fields, mdx, request.digest);
  return incident ? [postmortem, incident.document] : [postmortem];
}

function recordOf(
  { entry, source: { head, root, title }, request, taken, note }: Making,
  milestones: Exclude<ReturnType<typeof readMilestones>, { why: string }>,
  entries: Parameters<typeof incidentRecord>[2],
): { readonly id: string; readonly document: ImportedDocument } {
  const said =
    textField(head, "severity") ?? labelledLines(root).find(({ label }) => label === "severity")?.value;
  const severity =
    severityIn(said, request.severities) ??
    request.severities.find(({ id }) => id === UNRATED)?.id ??
    request.severities.at(-1)!.id;
  const own = request.standing.find(
    ({ path, from }) => from === entry.from && path.startsWith("incidents/"),
  )?.path;
  let id = own?.slice("incidents/".length, -".mdx".length) ?? incidentId(entry.id, milestones.started);
  for (let number = 2; own === undefined && taken.has(`incidents/${id}.mdx`); number++)
    id = `${incidentId(entry.id, milestones.started).slice(0, 76)}-${number}`;
  for (const [name, at] of Object.entries(milestones))
    note("mapped", "milestone", undefined, `${name}: ${at}`);
  note(
    "mapped",
    "severity",
    undefined,
    severityIn(said, request.severities)
      ? `${said} is ${severity}`
      : `${said ?? "None is written"}: recorded as ${severity}`,
  );
  return {
    id,
    document: importedDocument(
      `incidents/${id}.mdx`,
      entry.from,
      incidentRecord(title, milestones, entries, severity),
      "",
      request.digest,
    ),
  };
}

/** Follow-ups with an owner and a due date become data; the text about them stays. */
function itemsOf(
  postmortem: string,
  { head, root }: ReadSource,
  agreed: string | undefined,
  owners: Owners,
  note: TakeNote,
): FrontMatterValue[] {
  const items: FrontMatterValue[] = [];
  for (const { owner: name, line, ...action } of readActionItems(root, head.lineOffset, note)) {
    const prose = (why: string) => note("prose", "action-item", line, `${action.title}: ${why}`);
    if (agreed === undefined) prose("the day on which it was agreed is not certain");
    else if (action.due < agreed) {
      note(
        "problem",
        "reversed-dates",
        line,
        `${action.title}: due on ${action.due}, before ${agreed}, when it was agreed`,
      );
      prose("its due date stands before the incident");
    } else {
      const owner = owners.idOf(name);
      if (owner === undefined) prose(`${name} is neither a handle nor a team of teams.yaml`);
      else {
        const { title, kind, priority, due, status, tracker } = action;
        items.push({
          id: `${postmortem.slice(0, 76)}-${items.length + 1}`,
          title,
          kind,
          owner,
          ...(priority ? { priority } : {}),
          opened: agreed,
          due,
          status,
          ...(tracker ? { tracker } : {}),
        });
        note("mapped", "action-item", line, title);
      }
    }
  }
  return items;
}

/** Headings keep their words; the rubric knows these as sections of a postmortem. */
function noteSections({ root, head }: ReadSource, note: TakeNote): void {
  for (const node of root.children) {
    if (node.type !== "heading") continue;
    const text = textOf(node);
    const section = POSTMORTEM_SECTIONS.find(({ heading }) => heading.test(text));
    if (section)
      note(
        "mapped",
        "section",
        (node.position?.start.line ?? 1) + head.lineOffset,
        `${text.trim()} is ${section.title}`,
      );
  }
}
