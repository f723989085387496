import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../scripts/migrate.ts";
import type { PlainValue } from "../../src/core/editor/edit.ts";
import { migrateContent } from "../../src/core/migrations/migrate-content.ts";
import type { Migration } from "../../src/core/migrations/migration.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder, digestsOf, minimalFile } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { runCheck, runTidemark } from "../support/run-tidemark.ts";

const now = epochOf("2026-04-01T08:00:00Z");

/** The made-up road from version 0, in which a service had a `team`, and nothing else was different. */
const ROAD: readonly Migration[] = [
  {
    to: 1,
    does: "services name their owner",
    edits: ({ kind, values }) =>
      kind === "service" && values.team !== undefined ? rename("team", "owner", values.team) : [],
  },
];

function rename(from: string, to: string, value: PlainValue) {
  return [{ do: "set", path: [to], value } as const, { do: "remove", path: [from] } as const];
}

describe("content of a made-up version 0", () => {
  const older = () =>
    contentFolder({
      "site.yaml": "# Ours\r\nname: Minimal shop   # for now\r\nurl: https://tidemark.example.org/\r\n",
      "services/checkout.mdx": minimalFile(
        "services/checkout.mdx",
        "owner: payments",
        "team: payments # since 2024",
      ),
      "services/payments.mdx": minimalFile("services/payments.mdx", "owner: payments", "team: payments"),
    });

  test("is brought up to date, and then passes the check", async () => {
    const folder = older();
    expect((await runCheck(folder)).code).toBe(1);
    const { code, said } = await migrate(folder, ROAD);
    expect({ code, said }).toEqual({
      code: 0,
      said: [
        "From version 0 to 1:",
        "  1: services name their owner",
        "Changed content/services/checkout.mdx",
        "Changed content/services/payments.mdx",
        "Changed content/site.yaml",
        "",
      ].join("\n"),
    });
    expect((await runCheck(folder)).code).toBe(0);
  });

  test("changes at the lines concerned and nowhere else, whatever the line ends", async () => {
    const folder = older();
    await migrate(folder, ROAD);
    expect(read(folder, "site.yaml")).toBe(
      "# Ours\r\nschemaVersion: 1\r\nname: Minimal shop   # for now\r\nurl: https://tidemark.example.org/\r\n",
    );
    expect(read(folder, "services/payments.mdx")).toBe(
      "---\ntitle: Payments\naliases: [billing]\nowner: payments\n---\n\nMoves the money.\n",
    );
  });

  test("that is up to date is left alone, so a second run does nothing", async () => {
    const folder = older();
    await migrate(folder, ROAD);
    const before = digestsOf(folder.content);
    expect(await migrate(folder, ROAD)).toEqual({
      code: 0,
      said: "The content has version 1, the newest: nothing to do.\n",
    });
    expect(digestsOf(folder.content)).toEqual(before);
  });

  test("goes on where an earlier run was cut off, for the version is written last", async () => {
    const folder = older();
    writeFileSync(
      join(folder.content, "services/payments.mdx"),
      minimalFile("services/payments.mdx", "", ""),
    );
    const { code, said } = await migrate(folder, ROAD);
    expect(code).toBe(0);
    expect(said).not.toContain("payments.mdx");
    expect((await runCheck(folder)).code).toBe(0);
  });

  test("is only told of with --dry-run", async () => {
    const folder = older();
    const before = digestsOf(folder.content);
    const { code, said } = await migrate(folder, ROAD, true);
    expect(code).toBe(0);
    expect(said).toContain("Would change content/services/checkout.mdx");
    expect(digestsOf(folder.content)).toEqual(before);
  });

  test("is left as it is when one file cannot be read, or would not be valid afterwards", async () => {
    for (const text of ["---\ntitle: [\n---\n", "---\ntitle: A\nteam: payments\ncolour: red\n---\n"]) {
      const folder = older();
      writeFileSync(join(folder.content, "services/payments.mdx"), text);
      const before = digestsOf(folder.content);
      const { code, said } = await migrate(folder, ROAD);
      expect(code).toBe(1);
      expect(said).toContain("services/payments.mdx");
      expect(said).toContain("Nothing was written");
      expect(digestsOf(folder.content)).toEqual(before);
    }
  });
});

test("two steps are taken in their order, the second on what the first one wrote", async () => {
  const site = { kind: "site", file: "content/site.yaml", text: "heading: Shop\n" } as const;
  const migrated = migrateContent([site], [step(1, "heading", "title"), step(2, "title", "name")]);
  expect(migrated).toMatchObject({
    ok: true,
    from: 0,
    to: 2,
    changed: [{ text: "schemaVersion: 2\nname: Shop\n" }],
  });
});

test("the program takes a folder that says no version, or 0, to the present one", async () => {
  for (const said of ["", "schemaVersion: 0 # old\n"]) {
    const folder = contentFolder({ "site.yaml": minimalFile("site.yaml", "schemaVersion: 1\n", said) });
    expect((await runTidemark(["--content", folder.content, "migrate"])).code).toBe(0);
    expect((await runCheck(folder)).code).toBe(0);
  }
});

test("content that is newer than the program is refused by check and migrate, which say what to do", async () => {
  const folder = contentFolder({
    "site.yaml": minimalFile("site.yaml", "schemaVersion: 1", "schemaVersion: 7"),
  });
  const before = digestsOf(folder.content);
  const migrated = await runTidemark(["--content", folder.content, "migrate"]);
  expect(migrated).toMatchObject({ code: 2, stdout: "" });
  expect(migrated.stderr).toContain(
    "The content has version 7 and this Tidemark knows versions up to 1: install a newer one.",
  );
  const { code, diagnostics } = await runCheck(folder);
  expect(code).toBe(1);
  expect(diagnostics.map(({ message, line, column }) => `${line}:${column} ${message}`)).toEqual([
    "1:16 Unexpected 7 in `schemaVersion`: is newer than this Tidemark, which knows versions up to 1: install a newer one",
  ]);
  expect(digestsOf(folder.content)).toEqual(before);
});

function step(to: number, from: string, name: string): Migration {
  return {
    to,
    does: `${from} is called ${name}`,
    edits: ({ kind, values }) =>
      kind === "site" && values[from] !== undefined ? rename(from, name, values[from]) : [],
  };
}

function migrate(folder: ContentFolder, steps: readonly Migration[], dryRun = false) {
  return runCommand((context) => run(context, steps), folder.content, now, { dryRun });
}

function read({ content }: ContentFolder, path: string): string {
  return readFileSync(join(content, path), "utf8");
}
