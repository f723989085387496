import { addressOf, addressOfAlert } from "../addresses.ts";
import { alertView, type incidentsByAlert } from "./alert-view.ts";
import type { Page } from "./page.ts";
import { href, type ViewContext } from "./view-context.ts";

/**
 * The page that an alert leads to. Where one runbook answers, it opens: nobody woken by a page should have to choose from a
 * list of one. Several make a list, and none says whom to call and what was done before.
 */
export function alertPage(
  context: ViewContext,
  name: string,
  incidents: ReturnType<typeof incidentsByAlert>,
): Page {
  const path = addressOfAlert(name);
  const [only, ...others] = context.projection.look.runbooksForAlert.get(name) ?? [];
  if (only === undefined || others.length > 0)
    return { path, template: "alert", title: name, view: alertView(context, name, incidents) };
  const url = href(context, addressOf("runbook", only.id));
  return { path, template: "redirect", title: name, view: { url, title: only.data.title } };
}
