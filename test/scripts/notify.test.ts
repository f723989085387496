import { execFileSync } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { type ContentFolder, contentFolder, minimalFile, writeFiles } from "../support/content-folder.ts";
import { runTidemark } from "../support/run-tidemark.ts";

const INCIDENT = "incidents/2026-03-14-checkout-timeouts.mdx";
const OPEN = minimalFile(INCIDENT)
  .replace(/ {2}(?:mitigated|resolved|verified): .*\n/g, "")
  .replace(/, to: 2026-03-14T17:52:00Z \}/, " }")
  .replace(/ {2}- \{ at: 2026-03-14T18:20:00Z.*\n/, "");
const TARGETS = `notifications:
  - { id: room, kind: slack, secret: ROOM, events: [opened, updated, resolved] }
  - { id: teams, kind: teams, secret: TEAMS, events: [opened] }
  - { id: discord, kind: discord, secret: DISCORD, events: [resolved] }
  - { id: program, kind: json, secret: PROGRAM, events: [opened, updated, resolved, postmortem-due, item-overdue, legal-duty-due] }
`;

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

describe("those who asked to be told", () => {
  test("are told of an incident that was opened, told of, and resolved, each in the shape that it reads", async () => {
    const { told, variables } = await listen();
    const folder = repository({
      [INCIDENT]: undefined,
      "postmortems/2026-03-14-checkout-timeouts.mdx": undefined,
    });
    writeFiles(folder.content, {
      [INCIDENT]: OPEN.replace("Checkout timeouts at peak", "<!channel> *Checkout* timeouts"),
    });
    expect((await notify(folder, ["--base", "HEAD"], variables)).code).toBe(0);
    expect(told.splice(0).map(({ path, body }) => [path, body])).toEqual([
      [
        "/ROOM",
        expect.objectContaining({
          mrkdwn: false,
          text: expect.stringContaining("Incident opened: &lt;!channel&gt; *Checkout* timeouts\nSEV1 · "),
        }),
      ],
      ["/TEAMS", expect.objectContaining({ type: "message" })],
      [
        "/PROGRAM",
        expect.objectContaining({
          schemaVersion: 1,
          event: "opened",
          about: "incidents/2026-03-14-checkout-timeouts",
        }),
      ],
    ]);
    commit(folder);
    writeFiles(folder.content, { [INCIDENT]: minimalFile(INCIDENT) });
    await notify(folder, ["--base", "HEAD"], variables);
    expect(told.map(({ path }) => path)).toEqual(["/ROOM", "/DISCORD", "/PROGRAM"]);
    expect(told[1]!.body).toEqual(
      expect.objectContaining({
        allowed_mentions: { parse: [] },
        content: expect.stringContaining("All orders pass again."),
      }),
    );
  });

  test("hear nothing when nothing changed, and nothing of a record that is written down afterwards", async () => {
    const { told, variables } = await listen();
    const folder = repository();
    expect((await notify(folder, ["--base", "HEAD"], variables)).stdout).toBe("There is nothing to tell.\n");
    writeFiles(folder.content, {
      "incidents/2026-03-01-old.mdx": minimalFile(INCIDENT).replaceAll("2026-03-14T", "2026-03-01T"),
    });
    await notify(folder, ["--base", "HEAD"], variables);
    expect(told).toEqual([]);
  });

  test("hear nothing of what is restricted; customers hear of what is public, under its public title", async () => {
    const { told, variables } = await listen();
    const folder = repository({
      "site.yaml": `${minimalFile("site.yaml")}notifications:\n  - { id: out, kind: json, secret: OUT, events: [opened], template: first-words }\n  - { id: in, kind: json, secret: IN, events: [opened] }\n`,
      "templates/first-words.mdx":
        "---\ntitle: First words\naudience: customer\noccasion: opened\n---\n\nWe look into it: **`title`**, `url`\n",
      [INCIDENT]: undefined,
      "postmortems/2026-03-14-checkout-timeouts.mdx": undefined,
    });
    const said = async (visibility: string) => {
      writeFiles(folder.content, {
        [INCIDENT]: OPEN.replace(
          "visibility: public",
          `visibility: ${visibility}\npublicTitle: Orders & <more>`,
        ),
      });
      await notify(folder, ["--base", "HEAD"], { ...variables, IN: variables.ROOM!, OUT: variables.TEAMS! });
      return told.splice(0).map(({ path, body }) => [path, (body as { text: string }).text]);
    };
    const inside = ["/ROOM", expect.stringContaining("Checkout timeouts at peak")];
    expect(await said("restricted")).toEqual([]);
    expect(await said("internal")).toEqual([inside]);
    expect(await said("public")).toEqual([
      [
        "/TEAMS",
        "We look into it: Orders & <more>, https://tidemark.example.org/incidents/2026-03-14-checkout-timeouts/",
      ],
      inside,
    ]);
  });

  test("are told the day before a legal duty ends, and the day after an item's, once each", async () => {
    const { told, variables } = await listen();
    const folder = repository();
    const run = (asOf: string) =>
      runTidemark(["--content", folder.content, "--as-of", asOf, "notify", "--due"], variables);
    const duty =
      "exposure:\n  scope: Names\n  notifications:\n    - { authority: Data protection authority, basis: Law, clockStarted: 2026-03-15T12:00:00Z, due: 2026-03-18T12:00:00Z }\nactionItems:\n  - { id: ai-9, title: Alert on pool use, kind: detect, owner: payments, opened: 2026-03-15, due: 2026-03-16, status: open }\n";
    writeFiles(folder.content, {
      [INCIDENT]: minimalFile(INCIDENT, "visibility: public", `visibility: internal\n${duty.trimEnd()}`),
    });
    const heard: unknown[] = [];
    for (const asOf of ["2026-03-16T12:00:00Z", "2026-03-17T12:00:00Z", "2026-03-18T12:00:00Z"]) {
      expect((await run(asOf)).code).toBe(0);
      heard.push(told.splice(0).map(({ body }) => (body as { text: string }).text.split("\n")[0]));
    }
    expect(heard).toEqual([
      [],
      [
        "Data protection authority must be told: Checkout timeouts at peak",
        "Action item overdue: Alert on pool use",
      ],
      [],
    ]);
  });
});

describe("when somebody cannot be told", () => {
  test("it is said without the address, the others are told, and the code says to try again", async () => {
    const { told, variables } = await listen(500);
    const folder = repository({
      [INCIDENT]: undefined,
      "postmortems/2026-03-14-checkout-timeouts.mdx": undefined,
    });
    writeFiles(folder.content, { [INCIDENT]: OPEN });
    const { code, stdout, stderr } = await notify(folder, ["--base", "HEAD"], {
      ...variables,
      ROOM: "http://somewhere.example.org/hidden-key",
      TEAMS: "",
    });
    expect(code).toBe(5);
    expect(stderr).toContain(
      "room was not told of incidents/2026-03-14-checkout-timeouts: its address is not one that begins with https://",
    );
    expect(stderr).toContain("teams was not told: the variable TEAMS is not set.");
    expect(stderr).toContain(
      "program was not told of incidents/2026-03-14-checkout-timeouts: it is out of order (500), after 3 attempts.",
    );
    expect(stdout + stderr).not.toMatch(/hidden-key|127\.0\.0\.1/);
    expect(told).toHaveLength(3);
  });

  test("a template with words that nobody fills in is refused, and the names that there are are listed", async () => {
    const { told, variables } = await listen();
    const folder = repository({
      "site.yaml": `${minimalFile("site.yaml")}notifications:\n  - { id: out, kind: json, secret: ROOM, events: [resolved], template: words }\n`,
      "templates/words.mdx":
        "---\ntitle: Words\naudience: support\noccasion: resolved\n---\n\n`what fails` is over\n",
    });
    const { code, stderr } = await notify(
      folder,
      ["--event", "resolved", "--incident", "2026-03-14-checkout-timeouts"],
      variables,
    );
    expect({ code, told }).toEqual({ code: 1, told: [] });
    expect(stderr).toContain(
      "templates/words.mdx has `what fails`, which nobody fills in; known are title, event",
    );
  });

  test.each([
    [[]],
    [["--event", "opened"]],
    [["--event", "opened", "--incident", "nothing"]],
    [["--base", "nothing"]],
  ])("a question that makes no sense is refused: %j", async (words) => {
    const { code, stdout } = await notify(repository(), words, {});
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  test("--dry-run prints what would be sent, and needs no address", async () => {
    const words = ["--event", "resolved", "--incident", "2026-03-14-checkout-timeouts", "--dry-run"];
    const { code, stdout } = await notify(repository(), words, {});
    expect(code).toBe(0);
    expect(stdout).toContain('room (slack):\n{\n  "text": "Incident resolved: Checkout timeouts at peak');
  });
});

function repository(files: Parameters<typeof writeFiles>[1] = {}): ContentFolder {
  const folder = contentFolder({ "site.yaml": `${minimalFile("site.yaml")}${TARGETS}`, ...files });
  execFileSync("git", ["-C", folder.root, "init", "--quiet", "--initial-branch=main"]);
  commit(folder);
  return folder;
}

function commit({ root }: ContentFolder): void {
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

function notify({ content }: ContentFolder, words: readonly string[], variables: Record<string, string>) {
  return runTidemark(["--content", content, "notify", ...words], { TIDEMARK_ADDRESSES: "", ...variables });
}

/** A real server that keeps what it is told, and the variables under which its addresses are secrets: two by name, two as lines of one. */
async function listen(status = 200) {
  const told: { path: string; body: unknown }[] = [];
  server = createServer(async (request, response) => {
    let text = "";
    for await (const chunk of request) text += chunk;
    told.push({ path: request.url!, body: JSON.parse(text) });
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server!.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const variables: Record<string, string> = {
    ROOM: `${address}/ROOM`,
    TEAMS: `${address}/TEAMS`,
    TIDEMARK_ADDRESSES: `DISCORD=${address}/DISCORD\nPROGRAM=${address}/PROGRAM\n`,
  };
  return { told, variables };
}
