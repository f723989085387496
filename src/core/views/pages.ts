import { addressOf, addressOfPerson, addressOfTerm, PAGE_FOLDERS, VOCABULARY_FOLDERS } from "../addresses.ts";
import { OFFLINE_PAGE } from "../offline.ts";
import { CODES } from "../rules/codes/index.ts";
import { actionListView } from "./action-board-view.ts";
import { alertPage } from "./alert-page.ts";
import { alertNames, incidentsByAlert } from "./alert-view.ts";
import { dashboardPages } from "./dashboards/dashboard-pages.ts";
import { designView } from "./design-view.ts";
import { errorListView, errorView } from "./error-view.ts";
import { figurePages } from "./figures/figure-pages.ts";
import { followUpFiguresPage } from "./follow-up-figures-view.ts";
import { handbookPages } from "./handbook-view.ts";
import { homeView } from "./home-view.ts";
import { incidentListView } from "./incident-list-view.ts";
import { incidentView } from "./incident-view.ts";
import { maturityPages } from "./maturity/maturity-view.ts";
import { objectivePages } from "./objectives/objectives-view.ts";
import { offlineView } from "./offline-view.ts";
import { onCallView } from "./on-call-view.ts";
import { latePage, type Page } from "./page.ts";
import { personListView, personView } from "./person-view.ts";
import { postmortemListView } from "./postmortem-list-view.ts";
import { postmortemView } from "./postmortem-view.ts";
import { reviewPages } from "./reviews/review-pages.ts";
import { runbookListView } from "./runbook-list-view.ts";
import { runbookView } from "./runbook-view.ts";
import { serviceListView, serviceView } from "./service-view.ts";
import { statusPages } from "./status/status-pages.ts";
import { termUses, termView, VOCABULARY_ORDER, vocabularyView } from "./taxonomy-view.ts";
import { teamListView, teamView } from "./team-view.ts";
import { hasPeoplePages, href, type ViewContext, VOCABULARY_NAMES } from "./view-context.ts";

/** Every page that one audience's site has: this list is the set that must exist after a build. */
export function* pagesOf(context: ViewContext): Generator<Page> {
  const { projection } = context;
  yield latePage({ path: "/", template: "home", title: projection.site.name }, () => homeView(context));
  yield latePage({ path: "/incidents/", template: "incident-list", title: "Incidents" }, () =>
    incidentListView(context),
  );
  for (const entry of projection.incidents)
    yield latePage(
      { path: addressOf("incident", entry.id), template: "incident", title: entry.data.title },
      () => incidentView(context, entry),
    );
  yield latePage({ path: "/postmortems/", template: "postmortem-list", title: "Postmortems" }, () =>
    postmortemListView(context),
  );
  for (const entry of projection.postmortems)
    yield latePage(
      { path: addressOf("postmortem", entry.id), template: "postmortem", title: entry.data.title },
      () => postmortemView(context, entry),
    );
  if (projection.reader.internal || projection.runbooks.length > 0)
    yield latePage({ path: "/runbooks/", template: "runbook-list", title: "Runbooks" }, () =>
      runbookListView(context),
    );
  for (const entry of projection.runbooks)
    yield latePage(
      { path: addressOf("runbook", entry.id), template: "runbook", title: entry.data.title },
      () => runbookView(context, entry),
    );
  yield latePage({ path: OFFLINE_PAGE, template: "offline", title: "Not kept on this device" }, () =>
    offlineView(context),
  );
  yield latePage({ path: "/services/", template: "service-list", title: "Services" }, () =>
    serviceListView(context),
  );
  for (const entry of projection.services)
    yield latePage(
      { path: addressOf("service", entry.id), template: "service", title: entry.data.title },
      () => serviceView(context, entry),
    );
  yield* figurePages(context);
  yield* statusPages(context);
  yield* objectivePages(context);
  yield* dashboardPages(context);
  yield* reviewPages(context);
  yield* redirects(context);
  yield { path: "/search/", template: "search", title: "Search", view: {} };
  yield { path: "/404.html", template: "not-found", title: "Page not found", view: {} };
  yield* taxonomyPages(context);
  if (projection.reader.internal) yield* internalPages(context);
}

function* internalPages(context: ViewContext): Generator<Page> {
  const { teams } = context.projection.teams;
  yield latePage({ path: "/teams/", template: "team-list", title: "Teams" }, () => teamListView(context));
  for (const team of teams)
    yield latePage({ path: addressOf("team", team.id), template: "team", title: team.name }, () =>
      teamView(context, team),
    );
  if (hasPeoplePages(context)) yield* peoplePages(context);
  yield latePage({ path: "/actions/", template: "action-list", title: "Action items" }, () =>
    actionListView(context),
  );
  yield* followUpFiguresPage(context);
  yield* maturityPages(context);
  const byAlert = incidentsByAlert(context);
  for (const name of alertNames(context)) yield alertPage(context, name, byAlert);
  yield latePage({ path: "/on-call/", template: "on-call", title: "On call" }, () => onCallView(context));
  yield* handbookPages(context);
  yield latePage({ path: "/design/", template: "design", title: "Design" }, () => designView(context));
  yield latePage({ path: "/errors/", template: "error-list", title: "Problems that the check reports" }, () =>
    errorListView(context),
  );
  for (const code of CODES)
    yield latePage({ path: `/errors/${code.code}/`, template: "error", title: code.title }, () =>
      errorView(code),
    );
}

function* peoplePages(context: ViewContext): Generator<Page> {
  yield latePage({ path: "/people/", template: "person-list", title: "People" }, () =>
    personListView(context),
  );
  for (const person of context.projection.teams.people)
    yield latePage(
      { path: addressOfPerson(person.handle), template: "person", title: `@${person.handle}` },
      () => personView(context, person),
    );
}

/** Outsiders get only the terms that their incidents use. */
function* taxonomyPages(context: ViewContext): Generator<Page> {
  const { reader, taxonomy } = context.projection;
  const uses = termUses(context);
  const shown = (vocabulary: keyof typeof VOCABULARY_FOLDERS, id: string) =>
    reader.internal || (uses.get(vocabulary)?.get(id)?.length ?? 0) > 0;
  const vocabularies = VOCABULARY_ORDER.map((vocabulary) => {
    const view = vocabularyView(context, vocabulary, uses);
    return {
      vocabulary,
      view: { ...view, terms: view.terms.filter(({ term }) => shown(vocabulary, term.id)) },
    };
  });
  yield {
    path: "/taxonomy/",
    template: "taxonomy",
    title: "Taxonomy",
    view: { vocabularies: vocabularies.map(({ view }) => view) },
  };
  for (const { vocabulary, view } of vocabularies) {
    yield {
      path: `/taxonomy/${VOCABULARY_FOLDERS[vocabulary]}/`,
      template: "vocabulary",
      title: VOCABULARY_NAMES[vocabulary],
      view,
    };
    for (const { id, name } of taxonomy[vocabulary])
      if (shown(vocabulary, id))
        yield latePage({ path: addressOfTerm(vocabulary, id), template: "term", title: name }, () =>
          termView(context, vocabulary, id, uses),
        );
  }
}

/** Old addresses of what was renamed. */
function* redirects(context: ViewContext): Generator<Page> {
  for (const kind of Object.keys(PAGE_FOLDERS) as (keyof typeof PAGE_FOLDERS)[])
    for (const [alias, id] of context.projection.look.alias[kind]) {
      if (context.projection.look[kind].has(alias)) continue;
      yield {
        path: addressOf(kind, alias),
        template: "redirect",
        title: "Moved",
        view: { url: href(context, addressOf(kind, id)) },
      };
    }
}
