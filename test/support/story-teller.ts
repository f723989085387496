import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { CommandContext, ExitCode } from "../../scripts/command.ts";
import { type Epoch, epochOf } from "../../src/core/time.ts";
import { contentFolder, writeFiles } from "./content-folder.ts";
import { type GitHubServer, startGitHubServer } from "./github-server/github-server.ts";
import { issueBody } from "./github-server/issue-rules.ts";
import { servedWith } from "./github-server/served-with.ts";
import { runCommand } from "./run-command.ts";
import { giveCompiledSite, runTidemark } from "./run-tidemark.ts";
import { STORY_FILES } from "./story-content.ts";

/** Plays what happens on GitHub, and runs the commands that its workflows run, each in a clean clone. */
export interface StoryTeller {
  readonly server: GitHubServer;
  /** The present of everybody. */
  at(instant: string): void;
  /** Hands an event to a command of a workflow, which must end well; gives back what it said. */
  on<Flags>(
    run: (context: CommandContext<Flags>) => Promise<ExitCode>,
    event: unknown,
    flags?: object,
  ): Promise<string>;
  /** Runs a command that needs no event. */
  run<Flags>(run: (context: CommandContext<Flags>) => Promise<ExitCode>, flags: object): Promise<string>;
  /** A person writes a comment; the event that GitHub makes of it. */
  comment(author: string, body: string): object;
  /** The words of a page that the same run builds and deploys: the state page, or the one at a path. */
  statusPage(path?: string): Promise<string>;
  /** A person merges a pull request, perhaps after writing files of its branch anew. */
  merge(number: number, files?: Readonly<Record<string, string>>): Promise<void>;
}

/** Starts a GitHub with the story's repository. */
export async function storyTeller(): Promise<StoryTeller> {
  const server = await startGitHubServer();
  onTestFinished(() => server.close());
  server.repository = servedWith(contentFolder(STORY_FILES));
  const root = mkdtempSync(join(tmpdir(), "tidemark-story-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  let now: Epoch = 0;
  let content = "";
  let clones = 0;
  let builds = 0;
  server.clock = () => now;
  const github = { address: server.url, repository: "octo/incidents", token: "github-actions[bot]" };

  /** What actions/checkout leaves: a clone of one commit of the default branch. */
  function clone(): void {
    const folder = join(root, `clone-${clones++}`);
    const paths = [...server.repository.filesAt("main").keys()];
    writeFiles(
      folder,
      Object.fromEntries(paths.map((path) => [path, server.repository.textAt("main", path)!])),
    );
    for (const words of [
      ["init", "-q"],
      ["add", "-A"],
      ["-c", "user.name=t", "-c", "user.email=t@localhost", "commit", "-qm", "One commit"],
    ])
      spawnSync("git", words, { cwd: folder });
    content = join(folder, "content");
  }

  async function ended<Flags>(
    run: (context: CommandContext<Flags>) => Promise<ExitCode>,
    flags: object,
  ): Promise<string> {
    const { code, said } = await runCommand(run, content, now, { apply: true, ...flags } as Flags, github);
    if (code !== 0) throw new Error(`ended with ${code}: ${said}`);
    return said;
  }

  return {
    server,
    at(instant) {
      now = epochOf(instant);
    },
    async on(run, event, flags = {}) {
      clone();
      const file = join(root, "event.json");
      writeFileSync(file, JSON.stringify(event));
      return await ended(run, { event: file, ...flags });
    },
    async run(run, flags) {
      clone();
      return await ended(run, flags);
    },
    comment(author, body) {
      const { repository } = server;
      const [issue] = repository.issues;
      const created_at = new Date(now).toISOString().replace(".000Z", "Z");
      const id = 500 + repository.comments.length;
      repository.comments.push({ id, issue: issue!.number, body, author, created_at });
      const served = issueBody(issue!, "octo/incidents");
      const user = { login: author, type: "User" };
      const html_url = `${served.html_url}#issuecomment-${id}`;
      return {
        action: "created",
        issue: { ...served, created_at },
        comment: { id, body, html_url, created_at, user },
        sender: user,
      };
    },
    async statusPage(path = "status/index.html") {
      const out = join(root, `pages-${clones}-${builds++}`);
      await giveCompiledSite({ root: dirname(content), content });
      const asOf = new Date(now).toISOString();
      const run = await runTidemark(["--content", content, "--as-of", asOf, "status", "build", "--out", out]);
      if (run.code !== 0) throw new Error(`status build ended with ${run.code}: ${run.stderr}`);
      return readFileSync(join(out, path), "utf8")
        .replace(/<style[\s\S]*?<\/style>|<script[\s\S]*?<\/script>|<[^>]+>/g, " ")
        .replace(/\s+/g, " ");
    },
    async merge(number, files = {}) {
      const { repository } = server;
      const { head } = repository.issues.find((issue) => issue.number === number)!.pull!;
      const paths = new Map(repository.filesAt(head));
      for (const [path, text] of Object.entries(files)) paths.set(path, repository.addBlob(text));
      const before = repository.refs.get(`refs/heads/${head}`)!;
      const commit = repository.addCommit(
        "Finish it",
        repository.addTree(paths),
        [before],
        new Date(now).toISOString(),
      );
      repository.refs.set(`refs/heads/${head}`, commit);
      const answer = await fetch(`${server.url}/repos/octo/incidents/pulls/${number}/merge`, {
        method: "PUT",
        headers: { authorization: "Bearer octo" },
        body: "{}",
      });
      if (!answer.ok) throw new Error(`merge: ${answer.status}`);
    },
  };
}
