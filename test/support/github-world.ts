import { readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { PlanFlags } from "../../scripts/github/carry-out.ts";
import { declareByAlert } from "../../scripts/github/declare-by-alert.ts";
import { declareByIssue } from "../../scripts/github/declare-by-issue.ts";
import { driveByComment } from "../../scripts/github/drive-by-comment.ts";
import { gitHubClient } from "../../src/adapters/github/client.ts";
import { readAlertValue } from "../../src/core/alerts/read-alerts.ts";
import { commentEvent, issuesEvent } from "../../src/core/declare/event.ts";
import { FORM_FIELDS, type FormField } from "../../src/core/declare/form-fields.ts";
import { contentFolder, digestsOf, type Files } from "./content-folder.ts";
import { type GitHubServer, startGitHubServer } from "./github-server/github-server.ts";
import { issueBody } from "./github-server/issue-rules.ts";
import { ServedRepository } from "./github-server/repository.ts";
import { runCommand } from "./run-command.ts";

/** A repository on a GitHub of ours with a content folder in it, and a working copy per run. */
export interface World {
  readonly server: GitHubServer;
  /** The present, which a test moves. */
  now: number;
  /** A fresh working copy as it was at the start. */
  checkout(): string;
  /** A person fills in the form. */
  openIssue(title: string, answers: Partial<Record<FormField, string>>, author?: string): number;
  /** A person writes a comment; gives its number back. */
  say(issue: number, body: string, author?: string): number;
  declare(issue: number, options?: Options): Promise<{ code: number; said: string }>;
  comment(comment: number, options?: Options): Promise<{ code: number; said: string }>;
  alert(payload: unknown, options?: Options): Promise<{ code: number; said: string }>;
  /** A file of the default branch, or of another. */
  text(path: string, branch?: string): string | undefined;
  files(branch?: string): string[];
}

interface Options {
  readonly content?: string;
  readonly flags?: PlanFlags;
  readonly action?: string;
  readonly label?: string;
  readonly sender?: string;
}

const FULL_NAME = "octo/incidents";

/** Starts one as of an instant; it ends with the test. */
export async function gitHubWorld(now: number, changes: Files = {}): Promise<World> {
  const server = await startGitHubServer();
  onTestFinished(() => server.close());
  const first = contentFolder(changes);
  const paths = Object.entries(digestsOf(first.content)).flatMap(([path, kind]) =>
    kind === "folder" ? [] : [path],
  );
  server.repository = new ServedRepository(
    Object.fromEntries(
      paths
        .filter((path) => !path.startsWith("images/"))
        .map((path) => [`content/${path}`, readFileSync(join(first.content, path), "utf8")]),
    ),
  );
  const world: World = {
    server,
    now,
    checkout: () => contentFolder({ ...changes, "images/2026-03-14-pool.png": undefined }).content,
    openIssue(title, answers, author = "ana") {
      const body = (Object.keys(FORM_FIELDS) as FormField[])
        .map((field) => `### ${FORM_FIELDS[field]}\n\n${answers[field] ?? "_No response_"}`)
        .join("\n\n");
      const number = server.repository.issues.length + 1;
      const rest = {
        state: "open",
        state_reason: null,
        closed_at: null,
        labels: ["incident"],
        assignees: [],
      } as const;
      server.repository.issues.push({
        number,
        title,
        body,
        author,
        ...rest,
        labels: ["incident"],
        assignees: [],
      });
      return number;
    },
    say(issue, body, author = "ana") {
      const id = 1000 + server.repository.comments.length;
      server.repository.comments.push({ id, issue, body, author, created_at: stamp(world.now) });
      return id;
    },
    declare: (issue, options = {}) =>
      run(options, (context, client) => {
        const { action = "opened", label, sender = "ana" } = options;
        const event = {
          action,
          issue: served(issue),
          label: label && { name: label },
          sender: account(sender),
        };
        return declareByIssue(context, client, issuesEvent.parse(event));
      }),
    comment: (comment, options = {}) =>
      run(options, (context, client) => {
        const said = server.repository.comments.find(({ id }) => id === comment)!;
        const address = `https://github.com/${FULL_NAME}/issues/${said.issue}#issuecomment-${comment}`;
        const user = account(said.author);
        const event = {
          action: "created",
          issue: served(said.issue),
          comment: { ...said, html_url: address, user },
          sender: user,
        };
        return driveByComment(context, client, commentEvent.parse(event));
      }),
    alert: (payload, options = {}) =>
      run(options, (context, client) => {
        const reading = readAlertValue(payload, undefined, world.now);
        if (!reading.ok) throw new Error(reading.problems.join("; "));
        return declareByAlert(context, client, reading);
      }),
    text: (path, branch = "main") => server.repository.textAt(branch, path),
    files: (branch = "main") => [...server.repository.filesAt(branch).keys()],
  };
  server.clock = () => world.now;
  return world;

  function served(number: number) {
    return {
      ...issueBody(server.repository.issues.find((issue) => issue.number === number)!, FULL_NAME),
      created_at: stamp(world.now),
    };
  }

  function run(
    { content = world.checkout(), flags = { apply: true } }: Options,
    command: (
      context: Parameters<typeof declareByIssue>[0],
      client: ReturnType<typeof gitHubClient>,
    ) => Promise<0 | 1 | 2 | 3 | 4 | 5 | 6 | 7>,
  ) {
    const client = gitHubClient(server.settings());
    return runCommand<PlanFlags>((context) => command(context, client), content, world.now, flags);
  }
}

function account(login: string) {
  return { login, type: login.endsWith("[bot]") ? "Bot" : "User" };
}

function stamp(now: number): string {
  return `${new Date(now).toISOString().slice(0, 19)}Z`;
}
