import { spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");

describe("the command line", () => {
  test.each([
    [["chek"], "Did you mean check?"],
    [["check", "--formt", "json"], "Did you mean --format?"],
    [["check", "--format", "xml"], "Allowed choices are console, json, github, sarif."],
    [["--format", "xml", "check"], "Allowed choices are console, json, github, sarif."],
    [["--format", "json", "build"], "unknown option '--format'"],
    [["check", "--max-warnings", "-1"], "Expected a whole number."],
    [["check", "--grace", "soon"], "Expected a duration such as 48h or 3d."],
    [["check", "extra"], "too many arguments"],
    [["check", "--as-of", "2024-02-30T00:00:00Z"], "It names a day that is on no calendar."],
    [["check", "--as-of", "2024-02-28T00:00:00"], "It has no UTC offset"],
    [["check", "--content", "nowhere"], "There is no content folder nowhere"],
    [["preview", "--out", "nowhere"], "There is no built site in"],
    [["import"], "markdown"],
    [["import", "markdown", "docs"], "required option '--out <dir>' not specified"],
    [
      ["import", "markdown", "docs", "--out", "x", "--zone", "Mars/Base"],
      "Expected a zone of the tz database",
    ],
  ])("usage that cannot be meant ends with 2 and says why: %j", (words, why) => {
    const { status, stdout, stderr } = tidemark(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("    at ");
  });

  test("--format stands before or after the command's word", () => {
    for (const words of [
      ["--format", "json", "check"],
      ["check", "--format", "json"],
    ])
      expect(JSON.parse(tidemark(words).stdout)).toHaveProperty("diagnostics");
  });

  test("help and version end with 0 and stay on standard output", () => {
    for (const words of [[], ["--help"], ["help", "check"], ["check", "--help"], ["--version"]])
      expect(tidemark(words)).toMatchObject({
        status: 0,
        stderr: "",
        stdout: expect.stringMatching(/tidemark|^\d/),
      });
  });

  test("a reader that goes away is no failure", () => {
    const pipe = spawnSync(
      "bash",
      ["-c", '"$0" scripts/launch.mjs --help | true; echo $PIPESTATUS', process.execPath],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    expect(pipe).toMatchObject({ stdout: "0\n", stderr: "" });
  });
});

function tidemark(words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/tidemark.ts", ...words], {
    cwd: root,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
