import { execFileSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import {
  type ContentFolder,
  contentFolder,
  minimalFile,
  type writeFiles,
} from "../support/content-folder.ts";
import { runTidemark } from "../support/run-tidemark.ts";

export const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
export const OPEN = minimalFile(INCIDENT)
  .replace(/ {2}(?:mitigated|resolved|verified): .*\n/g, "")
  .replace(/, to: 2026-03-14T17:52:00Z \}/, " }")
  .replace(/ {2}- \{ at: 2026-03-14T18:20:00Z.*\n/, "");
export const TARGETS = `notifications:
  - { id: room, kind: slack, secret: ROOM, events: [opened, updated, resolved] }
  - { id: teams, kind: teams, secret: TEAMS, events: [opened] }
  - { id: discord, kind: discord, secret: DISCORD, events: [resolved] }
  - { id: program, kind: json, secret: PROGRAM, events: [opened, updated, resolved, postmortem-due, item-overdue, legal-duty-due] }
`;

/** A repository with content and targets of each kind. */
export function repository(files: Parameters<typeof writeFiles>[1] = {}): ContentFolder {
  const folder = contentFolder({ "site.yaml": `${minimalFile("site.yaml")}${TARGETS}`, ...files });
  execFileSync("git", ["-C", folder.root, "init", "--quiet", "--initial-branch=main"]);
  commit(folder);
  return folder;
}

/** Commits the content as it is. */
export function commit({ root }: ContentFolder): void {
  execFileSync("git", ["-C", root, "add", "content"]);
  execFileSync("git", [
    "-C",
    root,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@example.org",
    "commit",
    "--quiet",
    "--message=a",
  ]);
}

/** Runs `tidemark notify` with addresses in the environment. */
export function notify(
  { content }: ContentFolder,
  words: readonly string[],
  variables: Record<string, string>,
) {
  return runTidemark(["--content", content, "notify", ...words], { TIDEMARK_ADDRESSES: "", ...variables });
}

/** A real server that keeps what it is told, and the variables under which its addresses are secrets: two by name, two as lines of one. */
export async function listen(status = 200) {
  const told: { path: string; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    told.push({ path: request.url!, body: JSON.parse(text) });
    response.writeHead(status).end();
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const variables: Record<string, string> = {
    ROOM: `${address}/ROOM`,
    TEAMS: `${address}/TEAMS`,
    TIDEMARK_ADDRESSES: `DISCORD=${address}/DISCORD\nPROGRAM=${address}/PROGRAM\n`,
  };
  return { told, variables };
}
