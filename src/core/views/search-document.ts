import { escapeHtml } from "../markdown/escape-html.ts";
import type { AlertView } from "./alert-view.ts";
import { handbookPageAt } from "./handbook-pages.ts";
import type { IncidentView } from "./incident-view.ts";
import type { Page } from "./page.ts";
import type { PostmortemView } from "./postmortem-view.ts";
import type { RunbookView } from "./runbook-view.ts";
import type { ServiceView } from "./service-view.ts";
import type { Shown } from "./shown.ts";

/** What the search index knows of a page. */
export interface SearchDocument {
  /** Address within the site. */
  readonly path: string;
  readonly title: string;
  /** Kind in words, the first filter. */
  readonly kind: string;
  /** HTML to index, without code, tables and timelines. */
  readonly html: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A page → its search document; `undefined` for pages that only list others. */
export function searchDocument(page: Page): SearchDocument | undefined {
  const { path, title } = page;
  switch (page.template) {
    case "incident": {
      const view = page.view as IncidentView;
      const told = view.telling.updates.map(({ text }) => `<p>${escapeHtml(text)}</p>`).join("");
      return {
        path,
        title,
        kind: "Incident",
        html:
          known([view.row.id, view.row.severity.id, ...view.row.services.map(nameOf)]) +
          searchHtml(view.bodyHtml) +
          told,
        filters: {},
      };
    }
    case "postmortem": {
      const view = page.view as PostmortemView;
      return {
        path,
        title,
        kind: "Postmortem",
        html: `<p>${escapeHtml(view.row.lesson ?? "")}</p>${searchHtml(view.bodyHtml)}`,
        filters: {},
      };
    }
    case "runbook": {
      const view = page.view as RunbookView;
      return {
        path,
        title,
        kind: view.row.kind === "playbook" ? "Playbook" : "Runbook",
        html: known([...view.row.alerts, ...view.row.services].map(nameOf)) + searchHtml(view.bodyHtml),
        filters: {},
      };
    }
    case "service": {
      const view = page.view as ServiceView;
      return {
        path,
        title,
        kind: "Service",
        html: `<p>${escapeHtml(view.row.description ?? "")}</p>${searchHtml(view.bodyHtml)}`,
        filters: {},
      };
    }
    case "handbook": {
      const { summary = "", topics = [] } = handbookPageAt(path) ?? {};
      return {
        path,
        title,
        kind: "Handbook",
        html: `<p>${escapeHtml(summary)}</p><p>${escapeHtml(topics.join(", "))}</p>`,
        filters: {},
      };
    }
    case "alert":
      // The runbook that answers an alert has its name and is what one looks for.
      if ((page.view as AlertView).runbooks.length === 1) return undefined;
      return { path, title, kind: KINDS[page.template]!, html: "", filters: {} };
    case "team":
    case "person":
    case "term":
    case "error":
      return { path, title, kind: KINDS[page.template]!, html: "", filters: {} };
    default:
      return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  team: "Team",
  person: "Person",
  term: "Term",
  alert: "Alert",
  error: "Problem",
};

/** Facts that people search by and that the text need not say: names, an id, a severity. */
function known(facts: readonly string[]): string {
  return facts.map((fact) => `<p>${escapeHtml(fact)}</p>`).join("");
}

function nameOf({ title }: Shown): string {
  return title;
}

/** Body HTML of our own making without what search leaves out. */
function searchHtml(html: string): string {
  return html
    .replace(/<pre[\s\S]*?<\/pre>/g, "")
    .replace(/<details class="diagram-source"[\s\S]*?<\/details>/g, "")
    .replace(/<table[\s\S]*?<\/table>/g, "")
    .replace(/<ol class="timeline">[\s\S]*?<\/ol>/g, "")
    .replace(/<a class="anchor"[^>]*>#<\/a>/g, "");
}
