/** One sheet of pictures in the docs. */
export interface ScreenWords {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  /** Names of pictures that `npm run shots` makes. */
  readonly pictures: readonly string[];
}

const sheet = (id: string, title: string, words: string): ScreenWords => ({
  id,
  title,
  words,
  pictures: ["desktop-light", "phone-light", "desktop-dark", "phone-dark"].map((how) => `${id}-${how}`),
});

/** The sheets of the docs in the order in which a reader meets the pages. */
export const screenWords: readonly ScreenWords[] = [
  sheet("home", "The first page", "What is open, what is late, what was learned, how each service is."),
  sheet("incident-list", "Incidents", "Narrowed by facets that live in the address, sorted by column."),
  sheet("incident", "An incident", "Milestones and impact to scale, the story, and the facts beside it."),
  sheet("postmortem-list", "Postmortems", "One sentence to remember from each."),
  sheet("postmortem", "A postmortem", "Its lesson, its text, and the incidents that it is about."),
  sheet("runbook-list", "Runbooks", "Which alert each answers, and when it was last verified."),
  sheet("runbook", "A runbook", "What one needs, whom to call, what to fill in, and where to start."),
  sheet("alert", "An alert", "Who knows the service, and what was done the last three times."),
  sheet("service-list", "Services", "Who owns each and how it is."),
  sheet("service", "A service", "Its runbooks, incidents and unfinished action items."),
  sheet("figures", "Figures", "The measures of the whole organisation."),
  sheet("measure", "A measure", "Its formula, its distribution and the incidents behind it."),
  sheet("service-figures", "Figures of a service", "The same measures for one service."),
  sheet("objectives", "Objectives", "What is left of each budget, and how fast it goes."),
  sheet("executive", "The executive dashboard", "Objectives, what is open, what it cost, what the law asks."),
  sheet("on-call-dashboard", "The on-call dashboard", "What is mine now, how my services are, what changed."),
  sheet("on-call", "On call", "Who is called now and next, and what it cost whom."),
  sheet("review-list", "Reviews", "The next agendas, and what was decided."),
  sheet("agenda", "An agenda", "What is looked at every week, month and quarter."),
  sheet("maturity", "Maturity", "Where the teams stand, by their own records."),
  sheet("mistakes", "Mistakes that are looked for", "Each with where it shows in the last months."),
  sheet("action-list", "Action items", "By due day, with owners, slips and waivers."),
  sheet("team-list", "Teams", "Who looks after what."),
  sheet("team", "A team", "Whom to call in which order, and what it still owes."),
  sheet("person-list", "People", "Everybody by handle."),
  sheet("person", "A person", "What is theirs to do, and when they are on call."),
  sheet("taxonomy", "The taxonomy", "The closed lists of words."),
  sheet("vocabulary", "A vocabulary", "Its terms and how often each is used."),
  sheet("term", "A term", "What it means and the incidents that it describes."),
  sheet("handbook", "The handbook", "How this organisation deals with failure."),
  sheet(
    "status",
    "The status page",
    "What customers see: what is broken, since when, and when more is said.",
  ),
  sheet("status-history", "The history of the status page", "What happened, month by month."),
  sheet("error-list", "Problems", "Everything that the check can report."),
  sheet("error", "A problem", "What it means, with a wrong and a right example."),
  sheet("search", "Search", "Where no script is needed to get there."),
  sheet("not-found", "A lost address", "With a search in place."),
  sheet("offline", "Offline", "What this device keeps, when there is no connection."),
  sheet("design", "The design", "Type, space, colour and pieces, as the site itself uses them."),
  {
    id: "printed",
    title: "Printed",
    words: "An incident, a runbook and a postmortem as they leave the printer.",
    pictures: ["incident-print", "runbook-print", "postmortem-print"],
  },
  {
    id: "printed-reviews",
    title: "Reviews and dashboards, printed",
    words: "The agenda of a review and the dashboard of the management, to take to the meeting.",
    pictures: ["agenda-print", "executive-print", "on-call-dashboard-print"],
  },
  ...[
    { id: "home", title: "The first day" },
    { id: "incident-list", title: "No incident yet" },
    { id: "action-list", title: "Nothing agreed yet" },
    { id: "figures", title: "Figures of nothing" },
    { id: "service", title: "A service without a past" },
    { id: "status", title: "A status page of one component" },
  ].map(({ id, title }) =>
    sheet(`empty-${id}`, title, "What `tidemark init` makes says what would be here, and how to make one."),
  ),
];
