import { readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, expect, test } from "vitest";
import { STATUS_ICONS } from "../../src/site/status/status-icons.ts";
import { statusScript } from "../../src/site/status/status-script.ts";
import { type Files, makeContentFolder, minimalFile } from "../support/content-folder.ts";
import { runBuild, runCheck } from "../support/run-tidemark.ts";

// One text for every field: it would leave an element, an attribute, a script, a comment, a feed, a template and a cell.
const ATTACK = `</title></script><x-evil onload=alert(1)>"'\`>--><!--{alert(1)}\${1}]]>=HYPERLINK(1)&lt;x-evil&gt;`;
const QUOTED = JSON.stringify(ATTACK);

const FILES: Files = {
  "site.yaml": `schemaVersion: 1\nname: ${QUOTED}\ndescription: ${QUOTED}\nurl: https://tidemark.example.org/\ntimeZone: Europe/Berlin\nasOf: 2026-04-01T08:00:00Z\n`,
  "taxonomy.yaml": minimalFile("taxonomy.yaml").replace(
    /(name|description): [^\n}{,]+(?=[,\n}])/g,
    (_, field) => `${field}: ${QUOTED}`,
  ),
  "teams.yaml": minimalFile("teams.yaml")
    .replace("name: Payments team", `name: ${QUOTED}\n    description: ${QUOTED}\n    channel: ${QUOTED}`)
    .replaceAll("role: Engineer", `role: ${QUOTED}`)
    .replaceAll("name: Primary", `name: ${QUOTED}`)
    .replaceAll("kind: phone", `kind: phone, address: ${QUOTED}`),
  "services/checkout.mdx": `---
title: ${QUOTED}
description: ${QUOTED}
owner: payments
component: { name: ${QUOTED}, description: ${QUOTED}, group: ${QUOTED} }
objectives:
  - { id: availability, name: ${QUOTED}, target: 0.999, window: { rolling: 28d } }
alerts: [{ name: CheckoutLatencyHigh }]
dashboards: [{ title: ${QUOTED}, url: "https://a.example/%22%3E?a=1&b=2#%3Cx-evil%3E" }]
---

Text.
`,
  "incidents/2026-03-14-checkout-timeouts.mdx": `---
title: ${QUOTED}
publicTitle: ${QUOTED}
visibility: public
severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
team: payments
milestones:
  started: 2026-03-14T17:31:00Z
  detected: 2026-03-14T17:38:00Z
  mitigated: 2026-03-14T17:52:00Z
roles: [{ role: scribe, person: ada }]
detection: { source: alert, alert: ${QUOTED}, note: ${QUOTED} }
trigger: load-change
layers: [service]
factors: [{ factor: gap-in-monitoring, note: ${QUOTED} }]
timeline:
  - { at: 2026-03-14T17:38:00Z, kind: alert, text: ${QUOTED}, reasoning: ${QUOTED}, by: ada, public: true, evidence: [{ title: ${QUOTED}, url: "https://a.example/%22" }] }
updates:
  - { at: 2026-03-14T17:50:00Z, status: investigating, text: ${QUOTED} }
hypotheses: [{ text: ${QUOTED}, state: open, by: ada }]
runbooks: [{ runbook: checkout-pool-exhausted, outcome: helped, note: ${QUOTED} }]
workaround: ${QUOTED}
causedBy: []
---

## ${escaped()}

<Callout title="${ATTACK.replaceAll('"', "&quot;")}">

${escaped()}

</Callout>

[${escaped()}](https://a.example/ "${escaped().replaceAll('"', '\\"')}")

\`\`\`js
${ATTACK}
\`\`\`

<Timeline />

<Factors />
`,
  "postmortems/2026-03-14-checkout-timeouts.mdx": undefined,
  "postmortems/2026-03-14-hostile.mdx": `---
title: ${QUOTED}
visibility: internal
incidents: [2026-03-14-checkout-timeouts]
state: draft
lesson: ${QUOTED}
actionItems:
  - { id: ai-1, title: ${QUOTED}, kind: detect, owner: ada, opened: 2026-03-20, due: 2026-04-20, status: blocked, reason: ${QUOTED} }
---

<ActionItems />
`,
  "runbooks/checkout-pool-exhausted.mdx": `---
title: ${QUOTED}
visibility: internal
kind: playbook
services: [checkout]
alerts: [CheckoutLatencyHigh]
owner: payments
permissions: [{ name: ${QUOTED}, breakGlass: ${QUOTED} }]
variables: [{ name: HOST, description: ${QUOTED}, default: ${QUOTED}, options: [${QUOTED}] }]
automation: { guard: ${QUOTED}, canary: ${QUOTED} }
decisions:
  - { id: start, ask: ${QUOTED}, answers: [{ answer: ${QUOTED}, next: end }] }
  - { id: end, do: ${QUOTED} }
verified: { on: 2026-03-20, by: ada, how: dry-run }
---

<Step title="${ATTACK.replaceAll('"', "&quot;")}" expected="${ATTACK.replaceAll('"', "&quot;")}" back="x">

\`$HOST\`

</Step>
`,
};

const folder = makeContentFolder(FILES);
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test("text that would leave its place stays text, in every field and on every page of both audiences", async () => {
  const { diagnostics } = await runCheck(folder);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  let titles = 0;
  for (const audience of ["internal", "public"]) {
    const run = await runBuild(folder, audience);
    expect({ code: run.code, stderr: run.stderr }).toEqual({ code: 0, stderr: "" });
    const out = realpathSync(run.out);
    for (const name of readdirSync(out, { recursive: true, encoding: "utf8" })) {
      if (name.endsWith(".json")) JSON.parse(readFileSync(join(out, name), "utf8"));
      if (!name.endsWith(".html")) continue;
      const html = readFileSync(join(out, name), "utf8");
      for (const element of elementsOf(parse(html))) {
        const where = `${audience}/${name}: <${element.tagName} ${JSON.stringify(element.attrs)}>`;
        const attributes = Object.fromEntries(
          element.attrs.map((attribute) => [attribute.name, attribute.value]),
        );
        expect(element.tagName, where).not.toMatch(/^x-/);
        // What the status page holds inline is ours to the last byte.
        if (element.tagName === "script" && textOf(element) === statusScript) continue;
        if (element.tagName === "link" && Object.values(STATUS_ICONS).includes(attributes.href ?? ""))
          continue;
        if (element.tagName === "script") {
          expect(attributes.src ?? "json", where).toMatch(/^\/_astro\/[\w.-]+$|^json$/);
          if (attributes.src === undefined) JSON.parse(textOf(element));
        }
        if (element.tagName === "title" && textOf(element).includes(ATTACK)) titles++;
        expect(
          Object.keys(attributes).filter(
            (key) => key.startsWith("on") || key === "style" || key === "srcdoc",
          ),
          where,
        ).toEqual([]);
        for (const key of ["href", "src", "action", "formaction"])
          expect(attributes[key] ?? "/", where).toMatch(
            /^(?:\/(?!\/)|#|[\w.-]+\/|https:\/\/(?:a\.example|tidemark\.example\.org)\/)/,
          );
      }
      expect([...commentsOf(parse(html))], name).toEqual([]);
    }
    const facts = join(folder.root, ".cache/tidemark/audiences", audience, "facts");
    expect(JSON.stringify(JSON.parse(readFileSync(join(facts, "index.json"), "utf8")))).toContain(
      JSON.stringify(ATTACK).slice(1, -1),
    );
  }
  expect(titles).toBeGreaterThan(10);
});

/** The text as Markdown that means just that text. */
function escaped(): string {
  return ATTACK.replace(/[\\`*_{}[\]()#+\-.!|<>&~$]/g, "\\$&");
}

function* elementsOf(node: DefaultTreeAdapterTypes.Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsOf(child);
  if ("content" in node) yield* elementsOf(node.content);
}

function* commentsOf(node: DefaultTreeAdapterTypes.Node): Generator<string> {
  if (node.nodeName === "#comment") yield (node as DefaultTreeAdapterTypes.CommentNode).data;
  if ("childNodes" in node) for (const child of node.childNodes) yield* commentsOf(child);
}

function textOf(node: DefaultTreeAdapterTypes.Node): string {
  return "value" in node ? node.value : "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}
