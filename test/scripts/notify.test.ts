import { describe, expect, test } from "vitest";
import { minimalFile, writeFiles } from "../support/content-folder.ts";
import { runTidemark } from "../support/run-tidemark.ts";
import { commit, INCIDENT, listen, notify, OPEN, repository } from "./notify-example.ts";

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
