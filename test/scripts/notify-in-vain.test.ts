import { describe, expect, test } from "vitest";
import { minimalFile, writeFiles } from "../support/content-folder.ts";
import { INCIDENT, listen, notify, OPEN, repository } from "./notify-example.ts";

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
