import { describe, expect, test } from "vitest";
import { corpusFolder, textsIn } from "../../support/corpora.ts";
import { imported } from "./imported.ts";

describe("what GitHub tells", () => {
  const deployment = {
    id: 11,
    sha: "9c0ffee9c0ffee9c0ffee9c0ffee9c0ffee9c0ff",
    ref: "refs/tags/v7.31",
    environment: "production",
    description: null,
    creator: { login: "Ada-L" },
    created_at: "2026-03-05T13:00:00Z",
    repository_url: "https://api.github.com/repos/kittiwake/checkout",
    statuses_url: "https://api.github.com/repos/kittiwake/checkout/deployments/11/statuses",
  };

  test("a deployment names its service by its repository, its tag, who made it and the commit", () => {
    const { changes, report } = imported(
      JSON.stringify([[deployment], [{ ...deployment, environment: "staging" }]]),
    );
    expect(changes).toEqual([
      {
        id: "deployment-11",
        at: "2026-03-05T13:00:00Z",
        kind: "deployment",
        services: ["checkout"],
        what: "checkout v7.31 to production",
        who: "ada",
        url: "https://github.com/kittiwake/checkout/commit/9c0ffee9c0ffee9c0ffee9c0ffee9c0ffee9c0ff",
        outcome: "live",
      },
    ]);
    expect(report).toMatchObject({ format: "GitHub deployments", read: 2, added: 1, leftOut: 1 });
    expect(report.notes.map(({ what }) => what)).toEqual(["environment", "no-status"]);
  });

  test("of several statuses of one deployment the last that ended counts, with its own time", () => {
    const event = (state: string, created_at: string) => ({
      deployment,
      deployment_status: { state, created_at, target_url: "https://example.com/run/1" },
    });
    const { changes } = imported(
      JSON.stringify([
        event("failure", "2026-03-05T13:09:00Z"),
        event("in_progress", "2026-03-05T13:01:00Z"),
        event("success", "2026-03-05T13:05:00Z"),
      ]),
    );
    expect(changes).toMatchObject([{ id: "deployment-11", at: "2026-03-05T13:09:00Z", outcome: "failed" }]);
    expect(changes[0]!.url).toBe("https://example.com/run/1");
  });

  test("a release goes live when it is published, and a draft is none", () => {
    const release = {
      id: 5,
      tag_name: "v2.0",
      name: "The tide\u202e turns",
      draft: false,
      published_at: "2026-03-07T10:00:00Z",
      html_url: "https://github.com/kittiwake/checkout/releases/tag/v2.0",
      author: { login: "ghost" },
    };
    const { changes, report } = imported(
      JSON.stringify(
        { releases: [release, { ...release, id: 6, draft: true, published_at: null }] },
        null,
        2,
      ),
    );
    expect(changes).toMatchObject([
      { id: "release-5", what: "checkout v2.0: The tide turns", services: ["checkout"] },
    ]);
    expect(report.notes.map(({ what, line }) => [what, line])).toEqual([
      ["who", 11],
      ["draft", 14],
    ]);
  });
});

const webhooks = corpusFolder("octokit-webhooks");

test.skipIf(!webhooks)(
  "GitHub's own examples of deployment events are read (corpus octokit-webhooks)",
  () => {
    const files = textsIn(webhooks!, (path) => path.startsWith("deployment_status."));
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { text } of files) {
      const { report } = imported(text, {
        services: ["checkout"],
        environments: ["production", "github-pages"],
      });
      expect(report.format).toBe("GitHub deployments");
      expect(report.notes.filter(({ group }) => group === "problem")).toEqual([]);
      expect(report.added + report.leftOut).toBe(1);
    }
  },
);
