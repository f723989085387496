import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { PlanFlags } from "../../scripts/github/carry-out.ts";
import { declareByAlert } from "../../scripts/github/declare-by-alert.ts";
import { driveByComment } from "../../scripts/github/drive-by-comment.ts";
import { applyPlan } from "../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../src/adapters/github/client.ts";
import { readAlertValue } from "../../src/core/alerts/read-alerts.ts";
import { commentEvent } from "../../src/core/declare/event.ts";
import { alertmanager, NOW } from "../core/alerts/alert-examples.ts";
import { contentFolder } from "../support/content-folder.ts";
import { emulatedGitHub } from "../support/github-emulator.ts";
import { runCommand } from "../support/run-command.ts";

const PATH = "content/incidents/2026-04-01-checkout-every-connection-is-in-use.mdx";

test("an alert and a comment do on an emulated GitHub what they do on ours, as far as it goes", async () => {
  const { settings, ask } = await emulatedGitHub();
  const folder = contentFolder({ "images/2026-03-14-pool.png": undefined });
  const paths = readdirSync(folder.content, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name));
  const files = paths.map((path) => ({
    path: path.slice(folder.root.length + 1),
    text: readFileSync(path, "utf8"),
  }));
  await applyPlan(gitHubClient(settings), {
    effects: [{ effect: { do: "commit", message: "Begin", files }, why: "there is content" }],
    remarks: [],
  });
  const reading = readAlertValue(alertmanager(), undefined, NOW);
  if (!reading.ok) throw new Error("refused");
  const declared = await runCommand<PlanFlags>(
    (context) => declareByAlert(context, gitHubClient(settings), reading),
    folder.content,
    NOW,
    { apply: true },
  );
  expect(declared.code, declared.said).toBe(0);
  const [issue] = (await ask("/issues?labels=incident")) as {
    number: number;
    html_url: string;
    title: string;
    body: string;
  }[];
  expect(issue!.title).toBe("Checkout: Every connection is in use");
  const text = async () => {
    const { content } = (await ask(`/contents/${PATH}`)) as { content: string };
    return Buffer.from(content, "base64").toString("utf8");
  };
  expect(await text()).toContain(`tracker: ${issue!.html_url}`);
  // The working copy holds what the branch does, so that the same run can publish it.
  expect(readFileSync(join(folder.root, PATH), "utf8")).toBe(await text());

  const body = "/severity SEV3\n/note Restarted one of eight";
  const comment = (await ask(`/issues/${issue!.number}/comments`, "POST", { body })) as object;
  const event = { action: "created", issue, comment, sender: { login: "octo", type: "User" } };
  const driven = runCommand<PlanFlags>(
    (context) => driveByComment(context, gitHubClient(settings), commentEvent.parse(event)),
    folder.content,
    Date.now(),
    { apply: true },
  );
  // It knows no reactions; everything before the reaction was done.
  await expect(driven).rejects.toThrow("There is no such thing in octo/incidents");
  expect(await text()).toContain("text: Restarted one of eight");
  expect(((await ask(`/issues/${issue!.number}`)) as { body: string }).body).toContain("| Severity | SEV3 |");
});
