import { Option } from "commander";
import type { NewFlags } from "../command.ts";

/** What `new` can begin, in words. */
export const NEW_KINDS: readonly (readonly [kind: NewFlags["kind"], does: string])[] = [
  ["incident", "begin the record of an incident"],
  ["postmortem", "begin a postmortem with all that its incident knows"],
  ["runbook", "begin a runbook or playbook"],
  ["service", "begin the page of a service"],
  ["maintenance", "write down planned work"],
];

/** The options of one kind; what is not given is asked for at a terminal. */
export function newOptions(kind: NewFlags["kind"]): Option[] {
  return [...OPTIONS[kind](), new Option("--dry-run", "print the file, but write nothing")];
}

const OPTIONS: Readonly<Record<NewFlags["kind"], () => Option[]>> = {
  incident: () => [
    title("what happened, in one sentence"),
    publicTitle(),
    visibility(),
    new Option("--severity <severity>", "a severity of taxonomy.yaml, or one of its other names"),
    services(),
    new Option("--team <team>", "who leads the response (default: the owner of the first service)"),
    new Option("--customer-visible", "customers can notice it"),
    new Option("--started <instant>", "since when it hurts, e.g. 2026-03-14T17:52:00Z"),
    new Option("--detected <instant>", "when it was noticed (default: now, or --as-of)"),
    new Option("--resolved <instant>", "when it was over, for one that is written down afterwards"),
    new Option("--impact <level>", "how badly the services are hurt").choices(LEVELS),
    new Option("--commander <handle>", "who commands"),
    new Option("--source <source>", "how it was noticed, a detection source of taxonomy.yaml"),
    list("--alert <name>", "the alert that noticed it"),
    new Option("--trigger <trigger>", "what set it off, a trigger of taxonomy.yaml"),
    new Option("--signature <slug>", "groups repeats of the same failure"),
    new Option("--summary <text>", "what is known so far"),
  ],
  postmortem: () => [
    new Option("--incident <id>", "the incident that it explains"),
    title("a title of its own (default: the incident's)"),
    new Option("--visibility <who>", "who may read it (default: as the incident)"),
    list("--author <handles>", "who writes it (default: commander and operators)"),
  ],
  runbook: () => [
    title("the failure that it answers"),
    visibility(),
    new Option("--type <type>", "steps for a known failure, or a tree for an unclear one").choices([
      "runbook",
      "playbook",
    ]),
    services(),
    list("--alert <names>", "alerts that lead to it"),
    new Option("--owner <team>", "who keeps it true (default: the owner of the first service)"),
  ],
  service: () => [
    title("the name of the service"),
    new Option("--description <sentence>", "what it does for whom"),
    new Option("--owner <team>", "the team that owns it"),
    new Option("--criticality <level>", "how much depends on it").choices([
      "critical",
      "high",
      "medium",
      "low",
    ]),
    list("--depends-on <services>", "services that it cannot work without"),
    new Option("--external", "a vendor runs it"),
  ],
  maintenance: () => [
    title("what is done"),
    publicTitle(),
    visibility(),
    services(),
    new Option("--from <instant>", "when it begins, e.g. 2026-03-14T02:00:00Z"),
    new Option("--to <instant>", "when it ends"),
    new Option("--length <duration>", "how long it takes instead, e.g. 90min"),
    new Option("--expected <level>", "what to expect of the services").choices(LEVELS),
    new Option("--owner <team>", "who does it (default: the owner of the first service)"),
  ],
};

const LEVELS = ["major_outage", "partial_outage", "degraded_performance", "none"];

function title(what: string): Option {
  return new Option("--title <sentence>", what);
}

function publicTitle(): Option {
  return new Option("--public-title <sentence>", "the title for customers");
}

function visibility(): Option {
  return new Option(
    "--visibility <who>",
    "internal, public, restricted, or an audience of site.yaml (default: internal)",
  );
}

function services(): Option {
  return list("--service <ids>", "the services concerned, by id or name");
}

/** An option that takes several values: parted by commas, or given several times. */
function list(flags: string, what: string): Option {
  return new Option(flags, `${what}; several with commas`).argParser(
    (text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      ...text
        .split(",")
        .map((word) => word.trim())
        .filter((word) => word !== ""),
    ],
  );
}
