import { expect, test } from "vitest";
import { run as actions } from "../../scripts/github/actions-sync.ts";
import { run as comment } from "../../scripts/github/comment.ts";
import { run as declare } from "../../scripts/github/declare.ts";
import { run as digest } from "../../scripts/github/digest.ts";
import { run as postmortem } from "../../scripts/github/postmortem.ts";
import { STORY_ALERT } from "../support/story-content.ts";
import { storyTeller } from "../support/story-teller.ts";

const ID = "2026-04-01-checkout-every-third-payment-takes-longer-than-ten-seconds";

test("from the alert to the postmortem's pull request, and no action item forgotten", {
  timeout: 300_000,
}, async () => {
  const story = await storyTeller();
  const { repository } = story.server;
  const issue = () => repository.issues[0]!;
  const record = () => repository.textAt("main", `content/incidents/${ID}.mdx`)!;

  // 08:00. The monitoring system's webhook arrives as a dispatch.
  story.at("2026-04-01T08:00:00Z");
  await story.on(declare, {
    action: "tidemark-alert",
    client_payload: { payload: JSON.stringify(STORY_ALERT) },
  });
  expect(issue().title).toBe("Checkout: Every third payment takes longer than ten seconds");
  expect(issue().labels).toEqual(["incident", "severity: SEV1", "state: open"]);
  expect(issue().body).toContain("| Commander | ana (Engineer) |");
  expect(repository.comments[0]!.body).toContain("**Incident commander**");
  expect(await story.statusPage()).not.toContain("Trouble with Checkout");

  // 08:04. People drive it by comments, and the status page follows in the same run.
  story.at("2026-04-01T08:04:00Z");
  await story.on(
    comment,
    story.comment(
      "ana",
      "/impact checkout=partial_outage\n/update Paying takes long and may fail. Your basket is kept.",
    ),
  );
  expect(issue().body).toContain("| Next update due | 08:34 UTC, 10:34 Berlin, 1 April 2026 |");
  const told = await story.statusPage();
  expect(told).toContain("Trouble with Checkout");
  expect(told).toContain("Paying takes long and may fail. Your basket is kept.");
  expect(told).toContain("Partial outage");

  // 08:20. The runbook helps.
  story.at("2026-04-01T08:20:00Z");
  await story.on(
    comment,
    story.comment(
      "bo",
      "/status monitoring\n/runbook checkout-pool-exhausted helped\n/milestone started 07:55Z\n/milestone mitigated 08:18Z\n/note Pool raised from 20 to 40",
    ),
  );
  expect(record()).toContain("mitigated: 2026-04-01T08:18:00Z");

  // 08:40. It is over.
  story.at("2026-04-01T08:40:00Z");
  await story.on(comment, story.comment("ana", "/resolve 08:35Z Paying works as usual. We are sorry."));
  expect(issue().body).toContain("| Status | **resolved** |");
  expect(repository.reactions.map(({ content }) => content)).toEqual(["+1", "+1", "+1"]);
  const over = await story.statusPage();
  expect(over).toContain("All systems operational");
  expect(over).toMatch(/Trouble with Checkout .* resolved after 40 min/);
  expect(await story.statusPage("api/v2/incidents.json")).toContain("Paying works as usual. We are sorry.");

  // The postmortem waits for its authors.
  await story.run(postmortem, {});
  const pull = repository.issues.find((one) => one.pull)!;
  expect(pull.title).toContain("Postmortem");
  expect(pull.pull!.head).toBe(`postmortem/${ID}`);
  expect(pull.pull!.reviewers).toEqual(["bo"]);
  expect(pull.body).toContain("- [ ] Summary: a question is left");
  const path = `content/postmortems/${ID}.mdx`;
  const draft = repository.textAt(pull.pull!.head, path)!;
  for (const words of ["checkout-pool-exhausted", "Paying takes long and may fail. Your basket is kept."])
    expect(draft).toContain(words);

  // A day later its authors have finished it, and it is merged.
  story.at("2026-04-02T09:00:00Z");
  await story.merge(pull.number, { [path]: finished(draft) });
  await story.run(postmortem, {});
  expect(record()).toMatch(/closed: 2026-04-0[12]/);
  expect(issue().state).toBe("closed");
  const last = repository.comments.findLast((one) => one.issue === issue().number)!;
  expect(last.body).toContain("https://tidemark.example.org/postmortems/");

  // Each action item has an issue, and whoever owns it has it.
  await story.run(actions, {});
  const items = () => repository.issues.filter(({ labels }) => labels.includes("action-item"));
  const item = (words: string) => items().find(({ title }) => title.includes(words))!;
  expect(item("Cap the pool")).toMatchObject({ state: "open", assignees: ["ana"] });
  expect(item("Alert on waiting")).toMatchObject({ state: "open", assignees: ["bo"] });

  // One is done on GitHub, which becomes a pull request; the other is overdue two weeks later.
  story.at("2026-04-20T09:00:00Z");
  Object.assign(item("Cap the pool"), {
    state: "closed",
    state_reason: "completed",
    closed_at: "2026-04-10T09:00:00Z",
  });
  await story.run(actions, {});
  const done = repository.issues.findLast((one) => one.pull && one.state === "open")!;
  await story.merge(done.number);
  expect(repository.textAt("main", path)).toContain("status: done");
  const late = repository.comments.filter((one) => one.issue === item("Alert on waiting").number);
  expect(late.map(({ body }) => body).join("\n")).toMatch(/overdue/i);

  // The digest of the week tells of what is late and not of what is done.
  await story.run(digest, { period: "week" });
  const week = repository.issues.findLast(({ title }) => title.startsWith("Digest of week"))!;
  expect(week.body).toContain("Alert on waiting");
  expect(week.body).not.toContain("Cap the pool");
});

/** The draft as its authors finish it: every section written, the notes gone, two action items, final. */
function finished(draft: string): string {
  const items = `actionItems:
  - { id: ai-2026-101, title: Cap the pool, kind: prevent, owner: ada, priority: high, opened: 2026-04-02, due: 2026-04-15, status: open }
  - { id: ai-2026-102, title: Alert on waiting requests, kind: detect, owner: grace, priority: high, opened: 2026-04-02, due: 2026-04-15, status: open }`;
  return draft
    .replace(
      "state: draft",
      "state: final\nfinalized: 2026-04-02T08:55:00Z\nlesson: A pool needs an alert on those who wait.",
    )
    .replace("actionItems: []", items)
    .replace(/<Internal>\n\nNotes for the authors[\s\S]*?<\/Internal>\n/, "")
    .replace(/TODO[^\n]*/g, "Written by its authors with care, in more than a few words.");
}
