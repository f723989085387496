import examples from "@octokit/webhooks-examples" with { type: "json" };
import { expect, test } from "vitest";
import {
  commentEvent,
  issuesEvent,
  readEventAs,
  repositoryDispatch,
  workflowDispatch,
} from "../../../src/core/declare/event.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";

const of = (name: string) =>
  (examples as { name: string; examples: unknown[] }[]).find((each) => each.name === name)!.examples;

test("every example of GitHub's own of an issue or a comment is read", () => {
  expect(of("issues").length).toBeGreaterThan(10);
  for (const example of of("issues")) expect(readEventAs(issuesEvent, example)).toMatchObject({ ok: true });
  expect(of("issue_comment").length).toBeGreaterThan(2);
  for (const example of of("issue_comment"))
    expect(readEventAs(commentEvent, example)).toMatchObject({ ok: true });
});

test("a dispatch is read with its payload, and what is no payload is told", () => {
  for (const example of of("repository_dispatch"))
    expect(readEventAs(repositoryDispatch, example)).toMatchObject({
      ok: true,
      event: { client_payload: expect.anything() },
    });
  expect(readEventAs(repositoryDispatch, { action: "x", client_payload: [] })).toEqual({
    ok: false,
    problems: ["`client_payload`: is no object"],
  });
  expect(readEventAs(workflowDispatch, { inputs: {} })).toEqual({
    ok: false,
    problems: ["`inputs.payload`: is missing, expected a notification as JSON"],
  });
});

const recorded = corpusFolder("octokit-webhooks");
test.skipIf(!recorded)("recorded events are read (corpus octokit-webhooks)", () => {
  const comments = textsIn(recorded!, (path) => /issue_comment.*\.json$/.test(path));
  expect(comments.length).toBeGreaterThan(0);
  for (const { text } of comments)
    expect(readEventAs(commentEvent, JSON.parse(text))).toMatchObject({ ok: true });
});
