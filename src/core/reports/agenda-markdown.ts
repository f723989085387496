import { safeInline } from "../github/safe-text.ts";
import type { AgendaLine, AgendaPoint } from "../views/reviews/agenda.ts";
import type { AgendaView } from "../views/reviews/review-pages.ts";

/** An agenda as Markdown, one part per point, for an issue; addresses are whole, on the host of `site`. */
export function agendaMarkdown({ points, last }: AgendaView, site: string): string[] {
  const origin = /^https?:\/\/[^/]+/.exec(site)?.[0] ?? "";
  return [
    ...(last === undefined || last.decisions.length === 0
      ? []
      : [
          `### Decided on ${last.day}\n\n${last.decisions
            .map(
              ({ text, owner }) =>
                `- [ ] ${safeInline(text)}${owner === undefined ? "" : ` (${safeInline(owner.title)})`}`,
            )
            .join("\n")}`,
        ]),
    ...points.map((point) => pointMarkdown(point, origin)),
  ];
}

/** So many lines of one point are read in a meeting. */
const MOST_LINES = 40;

function pointMarkdown({ title, question, lines, none }: AgendaPoint, origin: string): string {
  if (lines.length === 0) return `### ${safeInline(title)}\n\n${safeInline(none)}`;
  const more = lines.length - MOST_LINES;
  return [
    `### ${safeInline(title)}`,
    `_${safeInline(question)}_`,
    [
      ...lines.slice(0, MOST_LINES).map((line) => lineMarkdown(line, origin)),
      ...(more > 0 ? [`- and ${more} more`] : []),
    ].join("\n"),
  ].join("\n\n");
}

function lineMarkdown({ text, url, note, state }: AgendaLine, origin: string): string {
  const words = safeInline(text);
  const address = url === undefined ? undefined : url.startsWith("/") ? `${origin}${url}` : url;
  const linked = address === undefined || /[\s<>()]/.test(address) ? words : `[${words}](${address})`;
  return `- [ ] ${[
    linked,
    ...(state === undefined ? [] : [`**${safeInline(state.word)}**`]),
    ...(note === undefined ? [] : [safeInline(note)]),
  ].join(" · ")}`;
}
