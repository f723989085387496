import actions from "./styles/sheets/actions.css?url";
import alert from "./styles/sheets/alert.css?url";
import dashboards from "./styles/sheets/dashboards.css?url";
import design from "./styles/sheets/design.css?url";
import figures from "./styles/sheets/figures.css?url";
import handbook from "./styles/sheets/handbook.css?url";
import home from "./styles/sheets/home.css?url";
import incident from "./styles/sheets/incident.css?url";
import lists from "./styles/sheets/lists.css?url";
import maturity from "./styles/sheets/maturity.css?url";
import offline from "./styles/sheets/offline.css?url";
import onCall from "./styles/sheets/on-call.css?url";
import people from "./styles/sheets/people.css?url";
import postmortem from "./styles/sheets/postmortem.css?url";
import reviews from "./styles/sheets/reviews.css?url";
import runbook from "./styles/sheets/runbook.css?url";
import search from "./styles/sheets/search.css?url";
import service from "./styles/sheets/service.css?url";
import term from "./styles/sheets/term.css?url";

/** The sheet of styles that a template needs besides the frame's: a page loads what it shows and no more. */
export const sheets: Readonly<Record<string, string | undefined>> = {
  home,
  "incident-list": lists,
  incident,
  "postmortem-list": lists,
  postmortem,
  "runbook-list": lists,
  runbook,
  service,
  figures,
  objectives: figures,
  executive: dashboards,
  "on-call-dashboard": dashboards,
  agenda: reviews,
  "review-list": reviews,
  measure: figures,
  "follow-up-figures": figures,
  maturity,
  mistakes: maturity,
  "service-figures": figures,
  team: people,
  "person-list": people,
  person: people,
  term,
  "action-list": actions,
  alert,
  "on-call": onCall,
  offline,
  design,
  error: handbook,
  handbook,
  search,
  "not-found": search,
};
