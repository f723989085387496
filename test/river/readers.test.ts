import { readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ContentFolder, makeContentFolder, minimalFile } from "../support/content-folder.ts";
import { runBuild } from "../support/run-tidemark.ts";

const CHECKOUT = "services/checkout.mdx";
const DAY = "2026-03-20";

/** A word for each kind of entry, said in its title, its update, its timeline and its body. */
const WORDS = {
  everybody: "quokka1",
  embargoed: "quokka2",
  customers: "quokka3",
  lawyers: "quokka4",
  colleagues: "quokka5",
} as const;

let folder: ContentFolder;

beforeAll(() => {
  folder = makeContentFolder({
    [CHECKOUT]: minimalFile(CHECKOUT, "alerts:", "component: { name: Checkout }\nalerts:"),
    "site.yaml": `${minimalFile("site.yaml")}audiences:
  - { id: customer, name: Customers, includes: [public] }
  - { id: legal, name: Lawyers, includes: [public, restricted] }
`,
    ...entry("everybody", "public"),
    ...entry("embargoed", "public", "embargo: 2026-04-10T00:00:00Z\n"),
    ...entry("customers", "customer"),
    ...entry("lawyers", "restricted"),
    ...entry("colleagues", "internal"),
  });
});
afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

test.each<[string, readonly (keyof typeof WORDS)[], string?]>([
  ["public", ["everybody"]],
  ["public", ["everybody", "embargoed"], "2026-04-10T00:00:00Z"],
  ["customer", ["everybody", "customers"]],
  ["legal", ["everybody", "lawyers"]],
  ["internal", ["everybody", "embargoed", "customers", "colleagues"]],
])("no byte of the site for %s says more than what is for %s", async (audience, known, asOf) => {
  const run = await runBuild(folder, audience, ["--as-of", asOf ?? "2026-04-01T08:00:00Z"]);
  expect(run).toMatchObject({ code: 0, stderr: "" });
  const said = bytesOf(realpathSync(run.out));
  const heard = Object.entries(WORDS).filter(([, word]) => said.includes(word));
  expect(heard.map(([name]) => name)).toEqual(known);
});

/** Every name and every byte of a site in one text, unpacked where it is packed. */
function bytesOf(site: string): string {
  const files = readdirSync(site, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(site, name)).isFile(),
  );
  return files
    .map((name) => {
      const bytes = readFileSync(join(site, name));
      const open = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
      return `${name}\n${open.toString("latin1").toLowerCase()}`;
    })
    .join("\n");
}

function entry(name: keyof typeof WORDS, visibility: string, more = ""): Record<string, string> {
  const word = WORDS[name];
  return {
    [`incidents/${DAY}-${word}.mdx`]: `---
title: ${word} was slow
visibility: ${visibility}
${more}severity: { initial: SEV3, peak: SEV3 }
services: [checkout]
customerVisible: true
milestones: { started: ${DAY}T08:00:00Z, detected: ${DAY}T08:05:00Z, resolved: ${DAY}T09:00:00Z, verified: ${DAY}T09:10:00Z }
impact:
  - { service: checkout, level: partial_outage, from: ${DAY}T08:00:00Z, to: ${DAY}T09:00:00Z }
timeline:
  - { at: ${DAY}T08:10:00Z, text: The ${word} was seen., public: true }
updates:
  - { at: ${DAY}T08:15:00Z, status: investigating, text: We look for the ${word}. }
---

All about the ${word}.
`,
  };
}
