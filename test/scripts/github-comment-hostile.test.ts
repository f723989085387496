import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type EventFlags, run } from "../../scripts/github/comment.ts";
import { NOW } from "../core/alerts/alert-examples.ts";
import { contentFolder } from "../support/content-folder.ts";
import { declaredIncident, RECORD } from "../support/declared-incident.ts";
import { runCommand } from "../support/run-command.ts";

const MINUTE = 60_000;

test("hostile words of a comment are words in the record, and reach GitHub in nothing that acts", async () => {
  const { world, issue } = await declaredIncident(NOW);
  const hostile = "@everyone Fixes #1 <!-- --> `$(id)`; rm -rf / $\u007bHOME} <script> {x} \u202e: '\"|>&*!%";
  expect((await world.comment(world.say(issue, `/note ${hostile}`))).code).toBe(0);
  const record = world.text(RECORD)!;
  expect(record).toContain("@everyone Fixes #1 <!-- --> `$(id)`; rm -rf /");
  expect(record).not.toContain("\u202e");
  for (const { message } of world.server.repository.commits.values())
    expect(message).not.toMatch(/[@#](?!\u200b)/);
});

test("whatever a writer says, the record stays one that passes the check or stays as it was", async () => {
  const { world, issue } = await declaredIncident(NOW);
  const word = fc.constantFrom(
    "/note",
    "/update",
    "/severity",
    "/impact",
    "/milestone",
    "/resolve",
    "checkout=none",
    "SEV3",
    "mitigated",
    "now",
    "07:45Z",
    "\n",
    "\n",
    "@ana",
    "---",
    "- a: b",
    "*",
    "{{",
    "%YAML",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 12 }), async (words) => {
      world.now += MINUTE;
      const ended = await world.comment(world.say(issue, words.join(" ")));
      expect(ended.code, ended.said).toBe(0);
    }),
    { numRuns: 15 },
  );
}, 60_000);

test.each([
  ["[]", "Unexpected list, expected an event of GitHub."],
  ["", "Unexpected text, expected JSON."],
  ["{}", "`action`"],
  [`{"action":"created","comment":"${"x".repeat(5_000_000)}"}`, "Unexpected event of 50000"],
])("an event that is none ends with 2 (%#)", async (text, words) => {
  const folder = contentFolder();
  const event = join(folder.root, "event.json");
  writeFileSync(event, text);
  const ended = await runCommand<EventFlags>(run, folder.content, NOW, { event, apply: true });
  expect(ended.code).toBe(2);
  expect(ended.said).toContain(words);
});
