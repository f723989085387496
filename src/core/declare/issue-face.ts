import { addressOf } from "../addresses.ts";
import { safeInline } from "../github/safe-text.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { incidentState } from "../status/incident-state.ts";
import { incidentStatus } from "../status/incident-status.ts";
import { instantWords } from "../words/instant-words.ts";
import { INCIDENT_LABEL } from "./form-fields.ts";
import { nextUpdateDue } from "./next-update-due.ts";

const BEGIN = "<!-- tidemark: state -->";
const END = "<!-- tidemark: end of state -->";

/** The body of an incident's issue with its present state at the top; what people wrote stays as it is. */
export function bodyWithState(body: string, state: string): string {
  const plain = body.replace(/\r\n?/g, "\n");
  const end = plain.startsWith(BEGIN) ? plain.indexOf(END) : -1;
  const rest = end === -1 ? plain : plain.slice(end + END.length).replace(/^\n+/, "");
  const block = `${BEGIN}\n${state}\n${END}`;
  return rest === "" ? block : `${block}\n\n${rest}`;
}

/** How an incident stands, for the top of its issue: a table of a few lines, every word of people made safe. */
export function stateTable(
  knowledgeBase: KnowledgeBase,
  incident: Entry<"incident">,
  record: string,
): string {
  const { data, id } = incident;
  const { site, look } = knowledgeBase;
  const commanders = data.roles.filter(({ role, to }) => role === "incident-commander" && to === undefined);
  const hurt = data.impact.filter(({ to }) => to === undefined);
  const due = nextUpdateDue(knowledgeBase, incident);
  const people = commanders.map(({ person }) => {
    const { role, github } = look.person.get(person) ?? {};
    return `${safeInline(github ?? person)}${role === undefined ? "" : ` (${safeInline(role)})`}`;
  });
  const rows: [string, string][] = [
    ["Status", `**${incidentStatus(data)}**`],
    ["Severity", safeInline(data.severity.final ?? data.severity.peak)],
    ["Commander", people.join(", ") || "nobody yet: `/commander @handle`"],
    [
      "Impact",
      hurt.map(({ service, level }) => `${service}: ${level.replaceAll("_", " ")}`).join("<br>") ||
        "none recorded",
    ],
    ["Read by", data.visibility === "public" ? "customers too" : `${safeInline(data.visibility)} only`],
    ["Next update due", due === undefined ? "none" : moment(due, site.timeZone)],
    ["Links", `[record](${record}) · [page](${site.url.replace(/\/$/, "")}${addressOf("incident", id)})`],
  ];
  return [
    `| Incident | ${safeInline(data.title, 200)} |`,
    "| --- | --- |",
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
  ].join("\n");
}

/** The labels of an incident's issue: those that others set stay, those of severity and state are ours. */
export function issueLabels({ data }: Entry<"incident">, standing: readonly string[]): string[] {
  const others = standing.filter((label) => label !== INCIDENT_LABEL && !/^(?:severity|state): /.test(label));
  const severity = data.severity.final ?? data.severity.peak;
  return [INCIDENT_LABEL, `severity: ${severity}`, `state: ${incidentState(data)}`, ...others];
}

function moment(instant: string, zone: string): string {
  const { day, utc, local } = instantWords(instant, zone);
  return `${utc}${local === undefined ? "" : `, ${local}`}, ${day}`;
}
