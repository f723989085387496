import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { CommandContext } from "../../scripts/command.ts";
import { writeChange } from "../../scripts/response/write-change.ts";
import { updateIncident } from "../../src/core/response/update-incident.ts";
import { cacheFolderOf, readContent } from "../../src/loader/read-content.ts";
import { contentFolder } from "../support/content-folder.ts";
import { runCommand } from "../support/run-command.ts";
import { runTidemark } from "../support/run-tidemark.ts";
import { ID, incident, now, PATH, record, text } from "./ongoing-incident.ts";

test("of two who write at once each is recorded or told, and no update is lost", async () => {
  const folder = contentFolder({ [PATH]: record });
  const words = ["One.", "Two.", "Three."];
  const runs = await Promise.all(
    words.map((update) =>
      runTidemark(["--content", folder.content, "incident", "update", ID, "--update", update]),
    ),
  );
  const told = words.filter((_, index) => runs[index]!.code === 0);
  expect(told.length).toBeGreaterThan(0);
  for (const { code, stderr } of runs)
    if (code !== 0) expect(stderr).toContain("was changed by somebody else meanwhile");
  expect([...text(folder).matchAll(/text: (\w+\.)$/gm)].map((match) => match[1]!).sort()).toEqual(
    told.sort(),
  );
});

test("what was written after the content was read, and before the file was, stays", async () => {
  const folder = contentFolder({ [PATH]: record });
  const read = readContent(folder.content, cacheFolderOf(folder.content)).knowledgeBase!;
  await incident(folder, { update: "One." });
  const write = async (context: CommandContext<object>) =>
    writeChange(
      context,
      { knowledgeBase: read, now },
      read.look.incident.get(ID)!,
      (fresh) => updateIncident(read, fresh, { update: "Two." }, now),
      ["Two."],
    );
  expect((await runCommand(write, folder.content, now, {})).code).toBe(0);
  expect(text(folder)).toMatch(/text: One\.\n(?:.*\n)*? *text: Two\.\n/);
});

test("a writer waits for another that is at it, and takes over from one that was killed", async () => {
  const folder = contentFolder({ [PATH]: record });
  const module = resolve(import.meta.dirname, "../../src/loader/writing-lock.ts");
  const holder = spawn(
    process.execPath,
    [
      "--input-type=module",
      "-e",
      `const { underWritingLock } = await import(${JSON.stringify(module)});
      underWritingLock(${JSON.stringify(folder.content)}, () => {
        console.log("held");
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
      });`,
    ],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  onTestFinished(() => void holder.kill("SIGKILL"));
  await new Promise((done) => holder.stdout.once("data", done));
  const waiting = runTidemark(["--content", folder.content, "incident", "update", ID, "--update", "Words."]);
  await new Promise((done) => setTimeout(done, 1_500));
  expect(text(folder)).toBe(record);
  holder.kill("SIGKILL");
  const { code, stderr } = await waiting;
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(text(folder)).toContain("Words.");
});
