import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, it } from "vitest";

const content = join(import.meta.dirname, "../../../content");

it("every file of the demo names the schema that its editor should use", () => {
  const files = readdirSync(content, { recursive: true, encoding: "utf8" }).filter((path) =>
    /\.(mdx|yaml)$/.test(path),
  );
  expect(files.length).toBeGreaterThan(40);
  for (const file of files) {
    const named = /^# yaml-language-server: \$schema=(\S+)$/m.exec(
      readFileSync(join(content, file), "utf8"),
    )?.[1];
    expect(named, file).toBeDefined();
    expect(existsSync(resolve(dirname(join(content, file)), named!)), file).toBe(true);
  }
});
