/** Words of the search. */
export const enSearch = {
  title: "Search",
  open: "Search",
  label: "Search incidents, postmortems, runbooks …",
  kinds: "Kind",
  all: "All",
  results: "Results",
  none: "Nothing found for",
  start: "Type a symptom, a service, an alert or an id.",
  waiting: "Searching …",
  more: "more: narrow the search by another word",
  missing: "The search index could not be loaded.",
  close: "Close",
  needsScript: "Search needs JavaScript; the lists above lead everywhere too.",
  recent: "Opened lately",
  other: "Try fewer words, or the name of a service or an alert.",
  hint: "↑ ↓ to choose, Enter to open, Esc to close",
} as const;
