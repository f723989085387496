/** Where the lists lie as files within the site: what a reader without scripts downloads. */
export const LIST_FILES = {
  incidents: "/incidents/incidents.csv",
  postmortems: "/postmortems/postmortems.csv",
  runbooks: "/runbooks/runbooks.csv",
} as const;
