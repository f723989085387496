import ActionList from "./ActionList.astro";
import Agenda from "./Agenda.astro";
import Alert from "./Alert.astro";
import Design from "./Design.astro";
import ErrorList from "./ErrorList.astro";
import ErrorPage from "./ErrorPage.astro";
import Executive from "./Executive.astro";
import Figures from "./Figures.astro";
import FollowUpFigures from "./FollowUpFigures.astro";
import Home from "./Home.astro";
import Incident from "./Incident.astro";
import IncidentList from "./IncidentList.astro";
import Maturity from "./Maturity.astro";
import Measure from "./Measure.astro";
import Mistakes from "./Mistakes.astro";
import NotFound from "./NotFound.astro";
import Objectives from "./Objectives.astro";
import Offline from "./Offline.astro";
import OnCall from "./OnCall.astro";
import OnCallDashboard from "./OnCallDashboard.astro";
import Person from "./Person.astro";
import PersonList from "./PersonList.astro";
import Postmortem from "./Postmortem.astro";
import PostmortemList from "./PostmortemList.astro";
import Redirect from "./Redirect.astro";
import ReviewList from "./ReviewList.astro";
import Runbook from "./Runbook.astro";
import RunbookList from "./RunbookList.astro";
import Search from "./Search.astro";
import Service from "./Service.astro";
import ServiceFigures from "./ServiceFigures.astro";
import ServiceList from "./ServiceList.astro";
import Taxonomy from "./Taxonomy.astro";
import Team from "./Team.astro";
import TeamList from "./TeamList.astro";
import Term from "./Term.astro";
import Vocabulary from "./Vocabulary.astro";

/** A template takes the view that the facts folder names it for. */
type Template = (props: { view: never; title: string }) => unknown;

/** The templates by the names that views know them by. */
export const templates: Readonly<Record<string, Template | undefined>> = {
  home: Home,
  "incident-list": IncidentList,
  incident: Incident,
  "postmortem-list": PostmortemList,
  postmortem: Postmortem,
  "runbook-list": RunbookList,
  runbook: Runbook,
  "service-list": ServiceList,
  service: Service,
  figures: Figures,
  objectives: Objectives,
  executive: Executive,
  "on-call-dashboard": OnCallDashboard,
  agenda: Agenda,
  "review-list": ReviewList,
  measure: Measure,
  "follow-up-figures": FollowUpFigures,
  maturity: Maturity,
  mistakes: Mistakes,
  "service-figures": ServiceFigures,
  "team-list": TeamList,
  team: Team,
  "person-list": PersonList,
  person: Person,
  taxonomy: Taxonomy,
  vocabulary: Vocabulary,
  term: Term,
  "action-list": ActionList,
  alert: Alert,
  "on-call": OnCall,
  offline: Offline,
  design: Design,
  "error-list": ErrorList,
  error: ErrorPage,
  redirect: Redirect,
  search: Search,
  "not-found": NotFound,
};
