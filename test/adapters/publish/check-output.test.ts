import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkOutput, type OutputToCheck } from "../../../src/adapters/publish/check-output.ts";
import { collectSecrets } from "../../../src/core/audience/leak-tokens.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const secrets = collectSecrets(["on db7.canary.internal"], [], [], ["kim7"]);

test("a whole site passes, and a second look reads no file anew", () => {
  const output = site();
  expect(checkOutput(output)).toMatchObject({ passed: true, files: 3, scanned: 3, leaks: [], deadLinks: [] });
  expect(checkOutput(output)).toMatchObject({ passed: true, files: 3, scanned: 0 });
});

test("what was found once is found again from the cache, and gone when the file is mended", () => {
  const output = site();
  writeFileSync(join(output.folder, "s.css"), "/* kim7 */ a { background: url(gone.png) }");
  for (const scanned of [3, 0])
    expect(checkOutput(output)).toMatchObject({
      passed: false,
      scanned,
      leaks: [{ file: "s.css", form: "raw", token: "kim7", kind: "handle" }],
      deadLinks: [{ file: "s.css", link: "gone.png", problem: "no-target" }],
    });
  writeFileSync(join(output.folder, "s.css"), "");
  expect(checkOutput(output)).toMatchObject({ passed: true, scanned: 1 });
});

test("other secrets, another version of the gates or a broken cache make every file be read anew", () => {
  const output = site();
  checkOutput(output);
  const others = collectSecrets(["on db8.canary.internal"], [], [], []);
  expect(checkOutput({ ...output, secrets: others }).scanned).toBe(3);
  expect(checkOutput({ ...output, secrets: others, cache: { ...output.cache!, version: "2" } }).scanned).toBe(
    3,
  );
  writeFileSync(output.cache!.file, "{");
  expect(checkOutput(output).scanned).toBe(3);
});

test("a file of a type that no site of ours holds is a problem, whatever is in it", () => {
  const output = site();
  for (const name of ["notes.mdx", "backup.zip", "core", "_redirect", "a/_headers", ".env", "s.css.map"]) {
    mkdirSync(join(output.folder, "a"), { recursive: true });
    writeFileSync(join(output.folder, name), "");
    expect(checkOutput(output)).toMatchObject({ passed: false, strangeFiles: [name], leaks: [] });
    rmSync(join(output.folder, name));
  }
  for (const name of ["_headers", "CNAME", "media/graph.2.png", "status/card.png"]) {
    mkdirSync(join(output.folder, name, ".."), { recursive: true });
    writeFileSync(join(output.folder, name), "");
    expect(checkOutput(output)).toMatchObject({ passed: true, strangeFiles: [] });
  }
});

test("a file in the cache whose path changed is looked at under its new path", () => {
  const output = site();
  checkOutput(output);
  cpSync(join(output.folder, "s.css"), join(output.folder, "kim7.css"));
  rmSync(join(output.folder, "s.css"));
  expect(checkOutput(output)).toMatchObject({ leaks: [{ file: "kim7.css", form: "name" }] });
});

test("exceptions let exactly their token pass, and say how often", () => {
  const output = site();
  writeFileSync(join(output.folder, "s.css"), "/* kim7 db7.canary.internal */");
  const exceptions = [
    { token: "Kim7", reason: "the name of a public mailbox" },
    { token: "kim8", reason: "was needed once" },
  ];
  expect(checkOutput({ ...output, exceptions })).toMatchObject({
    passed: false,
    leaks: [{ token: "db7.canary.internal" }],
    exceptions: [
      { token: "Kim7", used: 1 },
      { token: "kim8", used: 0 },
    ],
  });
});

test("the internal audience has no leak gate, but the others", () => {
  const output = site();
  writeFileSync(join(output.folder, "index.html"), `kim7 <a href="gone/">gone</a>`);
  expect(checkOutput({ ...output, secrets: undefined, expectedPages: ["/", "/more/"] })).toMatchObject({
    passed: false,
    leaks: [],
    deadLinks: [{ link: "gone/" }],
    pages: { missing: ["/more/"], unexpected: ["/incidents/x/"] },
  });
});

function site(): OutputToCheck & { folder: string } {
  const folder = join(temporaryFolder(), "site");
  mkdirSync(join(folder, "incidents/x"), { recursive: true });
  writeFileSync(
    join(folder, "index.html"),
    `<link rel="stylesheet" href="/kb/s.css"><a href="/kb/incidents/x/#a">x</a>`,
  );
  writeFileSync(join(folder, "incidents/x/index.html"), `<h1 id="a">x</h1>`);
  writeFileSync(join(folder, "s.css"), "");
  const cache = { file: join(folder, "../cache/gates.json"), version: "1" };
  return { folder, base: "/kb/", expectedPages: ["/", "/incidents/x/"], secrets, cache };
}
