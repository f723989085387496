import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { drawPages } from "../../src/adapters/render/draw-pages.ts";
import { contentFolder } from "../support/content-folder.ts";

test("a template that turned hostile reads nothing but its audience's facts, reaches no host and starts nothing", async () => {
  const { root, content } = contentFolder();
  const facts = join(root, "audiences/public/facts");
  const other = join(root, "audiences/internal/facts");
  const out = join(root, "out");
  const compiled = join(root, "site/server");
  for (const folder of [facts, other, out, compiled]) mkdirSync(folder, { recursive: true });
  writeFileSync(join(facts, "index.json"), "public facts");
  writeFileSync(join(other, "index.json"), "internal facts");
  symlinkSync(join(other, "index.json"), join(root, "link-to-internal"));
  const port = await listening();
  const attempts: Record<string, string> = {
    "its own facts": `fs.readFileSync(${JSON.stringify(join(facts, "index.json"))}, "utf8")`,
    "facts of another audience": `fs.readFileSync(${JSON.stringify(join(other, "index.json"))}, "utf8")`,
    "facts of another audience, by a path that climbs": `fs.readFileSync(${JSON.stringify(`${facts}/../../internal/facts/index.json`)}, "utf8")`,
    "facts of another audience, by a file address": `fs.readFileSync(new URL(${JSON.stringify(`file://${join(other, "index.json")}`)}), "utf8")`,
    "facts of another audience, by a link of its own": `(fs.symlinkSync(${JSON.stringify(join(other, "index.json"))}, ${JSON.stringify(join(out, "own"))}), fs.readFileSync(${JSON.stringify(join(out, "own"))}, "utf8"))`,
    "facts of another audience, by a copy": `(fs.copyFileSync(${JSON.stringify(join(other, "index.json"))}, ${JSON.stringify(join(out, "copy"))}), "copied")`,
    "facts of another audience, by an import": `(await import(${JSON.stringify(join(other, "index.json"))}, { with: { type: "json" } })).default`,
    "the list of the content": `fs.readdirSync(${JSON.stringify(content)}).join()`,
    "a file of the content": `fs.readFileSync(${JSON.stringify(join(content, "teams.yaml"))}, "utf8")`,
    "a file of the machine": `fs.readFileSync("/etc/passwd", "utf8")`,
    "its own environment by the system": `fs.readFileSync("/proc/self/environ", "utf8")`,
    "a secret of the environment": `process.env.TIDEMARK_SECRET ?? (() => { throw Object.assign(new Error(), { code: "ABSENT" }) })()`,
    "a write into its facts": `(fs.writeFileSync(${JSON.stringify(join(facts, "index.json"))}, "x"), "written")`,
    "a write into the compiled site": `(fs.writeFileSync(${JSON.stringify(join(compiled, "entry.mjs"))}, "x"), "written")`,
    "a write beside its folder": `(fs.writeFileSync(${JSON.stringify(join(root, "beside"))}, "x"), "written")`,
    "a program": `(await import("node:child_process")).execFileSync("/bin/true") + ""`,
    "a program, in its own time": `await new Promise((done, fail) => import("node:child_process").then(({ spawn }) => spawn("/bin/true").on("error", fail).on("exit", () => done("ran")), fail).catch(fail))`,
    "a worker": `new (await import("node:worker_threads")).Worker("1", { eval: true }) && "started"`,
    "an addon": `process.dlopen({ exports: {} }, "/tmp/none.node") ?? "loaded"`,
    "another host": `await new Promise((done, fail) => net.connect(${port}, "127.0.0.1").on("connect", () => done("connected")).on("error", fail))`,
    "another host, by fetch": `await fetch("http://127.0.0.1:${port}/").then(() => "answered", (error) => { throw error.cause ?? error; })`,
    "the debugger": `(await import("node:inspector")).open(0) ?? "open"`,
  };
  const tries = Object.entries(attempts).map(
    ([name, deed]) =>
      `try { said[${JSON.stringify(name)}] = ${deed}; } catch (error) { said[${JSON.stringify(name)}] = error.code ?? error.message; }`,
  );
  const entry = join(compiled, "entry.mjs");
  writeFileSync(
    entry,
    `import fs from "node:fs";\nimport net from "node:net";\nexport const app = { async render() {\nconst said = {};\n${tries.join("\n")}\nreturn new Response(JSON.stringify(said)); } };\n`,
  );
  process.env.TIDEMARK_SECRET = "secret";
  onTestFinished(() => void delete process.env.TIDEMARK_SECRET);
  const site = { key: "k", entry, client: compiled, copyClientTo: () => {}, clientTexts: () => [] };
  await drawPages({
    nodePath: process.execPath,
    site,
    facts,
    out,
    base: "/",
    pages: [{ path: "/", file: "index.html" }],
  });
  const said = JSON.parse(readFileSync(join(out, "index.html"), "utf8")) as Record<string, string>;
  const expected = Object.fromEntries(Object.keys(attempts).map((name) => [name, "ERR_ACCESS_DENIED"]));
  expect(said).toEqual({
    ...expected,
    "its own facts": "public facts",
    "a secret of the environment": "ABSENT",
    "an addon": "ERR_DLOPEN_DISABLED",
  });
});

/** A host on this machine that would be reached if anything could be. */
async function listening(): Promise<number> {
  const server = createServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  return (server.address() as { port: number }).port;
}
