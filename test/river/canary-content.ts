import { type Files, minimalFile } from "../support/content-folder.ts";
import { png, pngChunk } from "../support/pictures.ts";

/** One word for each place that colleagues alone may read. */
export const CANARIES = new Map<string, string>();
/** One word for each public place: what does not find these finds nothing. */
export const CONTROLS = new Map<string, string>();

/** A lowercase word that ends in a digit: no stemmer changes it, and no text holds it by chance. */
function word(into: Map<string, string>, stem: string, place: string): string {
  const made = `${stem}${String.fromCharCode(97 + Math.floor(into.size / 26))}${String.fromCharCode(97 + (into.size % 26))}7`;
  into.set(place, made);
  return made;
}
const c = (place: string) => word(CANARIES, "qanary", place);
const p = (place: string) => word(CONTROLS, "qontrol", place);

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";

/** Content with a canary in every inner place, and a control in the public places beside it. */
export const CANARY_FILES: Files = {
  "services/checkout.mdx": `---
title: ${c("title of a public service")}
description: ${c("description of a public service")}
owner: payments
dependsOn: [payments]
component: { name: ${p("component name")}, description: ${p("component description")}, group: ${p("group name")} }
objectives:
  - { id: ${c("objective id")}, name: ${c("objective name")}, target: 0.999, window: { rolling: 28d }, indicator: ${c("objective indicator")} }
dashboards: [{ title: ${c("dashboard title")}, url: "https://${c("dashboard host")}.example/d", owner: payments, lastReviewed: 2026-03-20 }]
alerts: [{ name: CheckoutLatencyHigh }, { name: ${c("alert name")} }]
repositories: ["https://${c("repository host")}.example/r"]
permissions: [${c("permission of a service")}]
contacts: [ada]
tags: [${c("tag of a service")}]
---

${c("body of a public service")}
`,
  "services/payments.mdx": minimalFile("services/payments.mdx").replace(
    /title: .*/,
    `title: ${c("title of an inner service")}`,
  ),
  [INCIDENT]: minimalFile(
    INCIDENT,
    "title: Checkout timeouts at peak",
    `title: ${c("inner title of a public incident")}\npublicTitle: ${p("public title of an incident")}`,
  )
    .replace("team: payments", `team: payments\nchannel: ${c("channel")}`)
    .replace(
      "detection: { source: alert, alert: CheckoutLatencyHigh }",
      `detection: { source: alert, alert: CheckoutLatencyHigh, note: ${c("detection note")} }`,
    )
    .replace(
      "factors: [gap-in-monitoring]",
      `factors: [{ factor: gap-in-monitoring, note: ${c("factor note")} }]\nworkaround: ${p("workaround")}\nsignature: ${c("signature")}\ntracker: "https://${c("tracker host")}.example/1"\ntags: [${c("tag of an incident")}]\nunmetPermissions: [${c("unmet permission")}]\nhypotheses: [{ text: ${c("hypothesis")}, state: ruled-out, by: grace }]\nusersAffected: { low: 1, high: 2, method: ${c("method of counting users")} }\nroles: [{ role: incident-commander, person: ada }]`,
    )
    .replace(
      "text: Alert CheckoutLatencyHigh",
      `text: ${p("public line of a timeline")}\n    public: true\n    reasoning: ${c("reasoning in a public line")}`,
    )
    .replace("text: Pool size raised from 20 to 60", `text: ${c("inner line of a timeline")}`)
    .replace("title: Pool usage, file", `title: ${c("title of evidence")}, file`)
    .replace("text: Some orders fail.", `text: ${p("text of an update")}`)
    .replace("outcome: helped }", `outcome: partly, note: ${c("note on a runbook")} }`)
    .replace(
      "## Story",
      `${p("public body of an incident")}\n\n<Internal>\n\n## ${c("heading in an Internal block")}\n\n${c("words in an Internal block")} \`${c("code in an Internal block")}\`\n\n![${c("alt in an Internal block")}](../images/${c("file name of an inner picture")}.png)\n\n</Internal>\n\n## Story`,
    ),
  "images/2026-03-14-pool.png": png([
    pngChunk("tEXt", Buffer.from(`Comment\0${c("comment in a public picture")}`, "latin1")),
    pngChunk("iTXt", Buffer.from(`Author\0\0\0\0\0${c("author in a public picture")}`, "latin1")),
  ]),
  [`images/${CANARIES.get("file name of an inner picture")}.png`]: png([
    pngChunk("tEXt", Buffer.from(`Comment\0${c("comment in an inner picture")}`, "latin1")),
  ]),
  [POSTMORTEM]: minimalFile(
    POSTMORTEM,
    "title: Checkout timeouts at peak",
    `title: ${c("inner title of a public postmortem")}\npublicTitle: ${p("public title of a postmortem")}`,
  )
    .replace("visibility: internal", "visibility: public")
    .replace("lesson: A pool without an alert on saturation fails in silence.", `lesson: ${p("lesson")}`)
    .replace(
      "title: Alert on pool saturation",
      `title: ${p("promised fix")}\n    tracker: "https://${c("tracker of a promised fix")}.example/2"`,
    )
    .replace(
      "## Lessons",
      `<Internal>\n\n${c("Internal block of a postmortem")}\n\n</Internal>\n\n## Lessons`,
    ),
  [`incidents/2026-03-10-${c("name of an inner incident")}.mdx`]: `---
title: ${c("title of an inner incident")}
publicTitle: ${c("public title of an inner incident")}
visibility: internal
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
milestones: { started: 2026-03-10T10:00:00Z, detected: 2026-03-10T10:05:00Z }
impact: [{ service: checkout, level: major_outage, from: 2026-03-10T10:00:00Z, regions: [${c("region of an inner incident")}], plans: [${c("plan of an inner incident")}] }]
updates: [{ at: 2026-03-10T10:20:00Z, status: investigating, text: ${c("update of an inner incident")}, components: [{ service: checkout, level: major_outage }] }]
workaround: ${c("workaround of an inner incident")}
---

## ${c("heading of an inner incident")}

${c("body of an inner incident")}
`,
  "incidents/2026-03-16-later.mdx": `---
title: ${c("title under embargo")}
visibility: public
embargo: 2027-01-01T00:00:00Z
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
milestones: { started: 2026-03-16T10:00:00Z, detected: 2026-03-16T10:05:00Z, resolved: 2026-03-16T11:00:00Z, verified: 2026-03-16T11:10:00Z }
---

${c("body under embargo")}
`,
  [`maintenance/${c("name of inner work")}.mdx`]: `---
title: ${c("title of inner work")}
visibility: internal
announced: 2026-03-20T00:00:00Z
schedule: { from: 2026-04-01T07:00:00Z, to: 2026-04-01T09:00:00Z }
services: [{ service: checkout, expected: major_outage }]
updates: [{ at: 2026-03-21T00:00:00Z, status: scheduled, text: ${c("update of inner work")} }]
---

${c("body of inner work")}
`,
  "maintenance/known-work.mdx": `---
title: ${c("inner title of public work")}
publicTitle: ${p("public title of work")}
visibility: public
announced: 2026-03-20T00:00:00Z
schedule: { from: 2026-04-03T07:00:00Z, to: 2026-04-03T09:00:00Z }
services: [{ service: checkout, expected: none }]
owner: payments
updates: [{ at: 2026-03-21T00:00:00Z, status: scheduled, text: ${p("update of public work")}, by: ada }]
tags: [${c("tag of public work")}]
---

${c("body of public work")}
`,
  [`runbooks/${c("name of an inner runbook")}.mdx`]: `---
title: ${c("title of an inner runbook")}
visibility: internal
owner: payments
services: [checkout]
alerts: [${CANARIES.get("alert name")}]
permissions: [{ name: ${c("permission of a runbook")} }]
variables: [{ name: HOST, description: ${c("variable of a runbook")} }]
verified: { on: 2026-03-20, by: ada, how: dry-run }
---

<Step title="${c("step of an inner runbook")}">

${c("body of an inner runbook")}

</Step>
`,
  "game-days/2026-02-10-drill.mdx": `---
title: ${c("title of a game day")}
on: 2026-02-10
scenario: ${c("scenario of a game day")}
services: [checkout]
findings: [${c("finding of a game day")}]
---

${c("body of a game day")}
`,
  "templates/opened.mdx": `---
title: ${c("title of a template")}
audience: customer
occasion: opened
---

${c("body of a template")}
`,
  "reviews/2026-03-week.mdx": `---
title: ${c("title of a review")}
period: week
on: 2026-03-23
decisions: [{ text: ${c("decision of a review")} }]
---

${c("body of a review")}
`,
  "changes/2026-03.yaml": `changes:\n  - { id: ${c("id of a change")}, services: [checkout], at: 2026-03-14T17:00:00Z, kind: deployment, what: ${c("words of a change")} }\n`,
  "suppressions.yaml": `suppressions:\n  - { alert: ${c("silenced alert")}, owner: payments, reason: ${c("reason of a silence")}, from: 2026-03-01T00:00:00Z, until: 2026-05-01T00:00:00Z }\n`,
  "journeys.yaml": `journeys:\n  - { id: buy, name: ${c("name of a journey")}, services: [checkout], indicator: ${c("indicator of a journey")}, objectives: [{ id: buy-28d, target: 0.99, window: { rolling: 28d } }] }\n`,
  "teams.yaml": minimalFile(
    "teams.yaml",
    "name: Payments team",
    `name: ${c("name of a team")}\n    description: ${c("description of a team")}\n    channel: ${c("channel of a team")}`,
  ),
  "site.yaml": minimalFile("site.yaml", "name: Minimal shop", `name: ${p("name of the site")}`).concat(
    `notifications: [{ id: ${c("id of a notification")}, kind: slack, secret: HOOK, events: [opened] }]\n`,
  ),
};
