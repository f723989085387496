import { escapeHtml } from "../../core/markdown/escape-html.ts";
import type { StatusFacts } from "../../core/views/status/status-facts.ts";

/** The map of a public site: every page that people may want to find. */
export function siteMap({ url }: StatusFacts, paths: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${paths.map((path) => `<url><loc>${escapeHtml(url + path.slice(1))}</loc></url>`).join("\n")}
</urlset>
`;
}

/** What a language model should know of the site, in Markdown. */
export function llmsText(facts: StatusFacts): string {
  const { url, name, description, overall, open, planned } = facts;
  const line = (text: string) => text.replace(/\s+/g, " ").replace(/([[\]<>`*_])/g, "\\$1");
  return `# ${line(name)}

> ${line(description ?? `Status and incidents of ${name}`)}

As of ${facts.asOf}: ${overall.description}. The page is ${url}status/, the same for programs ${url}status/status.json.

## Status

- [Status](${url}status/): components, open incidents, planned work
- [History](${url}status/history/): incidents by month
- [status.json](${url}status/status.json): all of it as JSON, schema ${url}schemas/status.schema.json
- [Statuspage API, v2](${url}api/v2/summary.json): eight files of the public API
- [Atom](${url}history.atom), [RSS](${url}history.rss), [JSON Feed](${url}history.json), [calendar](${url}maintenance.ics), [metrics](${url}status/metrics.txt)

## Open incidents

${open.length === 0 ? "None." : open.map((incident) => `- [${line(incident.title)}](${incident.url}): ${incident.status} since ${incident.started}`).join("\n")}

## Planned work

${planned.length === 0 ? "None." : planned.map((window) => `- ${line(window.title)}: ${window.state}, ${window.scheduledFrom} to ${window.scheduledTo}`).join("\n")}
`;
}
