import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

const text = readFileSync(resolve(import.meta.dirname, "../../docs/relay.md"), "utf8");
const blocks = [...text.matchAll(/^```(?:js|sh)\n([\s\S]*?)^```$/gm)].map(([, code]) => code!);
const scratch = mkdtempSync(join(tmpdir(), "tidemark-relay-"));
const ALERT = JSON.stringify({ version: "4", alerts: [{ labels: { alertname: '"$(touch x)" `y` ünï' } }] });
const secrets = { TOKEN: "token-1", WORD: "word-1", REPOSITORY: "someone/knowledge" };

let server: Server;
let origin: string;
let status = 204;
const taken: { path: string; headers: IncomingHttpHeaders; body: unknown }[] = [];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    taken.push({ path: request.url!, headers: request.headers, body: JSON.parse(body) });
    response.writeHead(status).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  status = 204;
  taken.length = 0;
});
afterAll(() => {
  server.close();
  rmSync(scratch, { recursive: true });
});

describe("the relay for workers", () => {
  test("hands an alert on as the dispatch that GitHub takes", async () => {
    expect(await work("/word-1", ALERT)).toBe(202);
    expect(taken).toEqual([dispatched()]);
  });

  test("knows nobody without the word, and takes nothing that GitHub would refuse", async () => {
    expect(await work("/word-2", ALERT)).toBe(404);
    expect(await work("/", ALERT, { ...secrets, WORD: "" })).toBe(404);
    expect(await work("/word-1", "x".repeat(60_001))).toBe(413);
    expect(taken).toEqual([]);
  });

  test("says so when GitHub did not take it, so that it is sent again", async () => {
    status = 401;
    expect(await work("/word-1", ALERT)).toBe(502);
  });
});

describe("the relay for AWS Lambda", () => {
  test("hands an alert on, in both forms in which its body comes", async () => {
    const encoded = { body: Buffer.from(ALERT).toString("base64"), isBase64Encoded: true };
    for (const event of [{ body: ALERT }, encoded])
      expect(await invoke({ rawPath: "/word-1", ...event })).toEqual({ statusCode: 202 });
    expect(taken).toEqual([dispatched(), dispatched()]);
  });

  test("knows nobody without the word, and says when GitHub did not take it", async () => {
    expect(await invoke({ rawPath: "/", body: ALERT })).toEqual({ statusCode: 404 });
    status = 500;
    expect(await invoke({ rawPath: "/word-1", body: ALERT })).toEqual({ statusCode: 502 });
  });
});

const tools = ["jq", "curl"].every((program) => spawnSync(program, ["--version"]).status === 0);
test.runIf(tools || process.env.CI)(
  "the relay in a shell hands an alert on, and nothing in it is run",
  async () => {
    const { spawn } = await import("node:child_process");
    const child = spawn("bash", ["-c", blocks[2]!], {
      cwd: scratch,
      env: { ...process.env, ...secrets, GITHUB_API_URL: origin },
      stdio: ["pipe", "ignore", "inherit"],
    });
    child.stdin.end(ALERT);
    expect(await new Promise((done) => child.on("close", done))).toBe(0);
    expect(taken).toEqual([dispatched()]);
  },
);

function dispatched() {
  return {
    path: "/repos/someone/knowledge/dispatches",
    headers: expect.objectContaining({
      authorization: "Bearer token-1",
      accept: "application/vnd.github+json",
    }),
    body: { event_type: "tidemark-alert", client_payload: { payload: ALERT } },
  };
}

/** The code of the page with GitHub's address changed to the server's; its words are those that the page shows. */
async function load(block: number): Promise<Record<string, unknown>> {
  const file = join(scratch, `relay-${block}.mjs`);
  writeFileSync(file, blocks[block]!.replace("https://api.github.com", origin));
  return await import(pathToFileURL(file).href);
}

async function work(path: string, body: string, environment: object = secrets): Promise<number> {
  const { default: worker } = (await load(0)) as {
    default: { fetch: (request: Request, environment: object) => Promise<Response> };
  };
  const answer = await worker.fetch(
    new Request(`https://relay.example.org${path}`, { method: "POST", body }),
    environment,
  );
  return answer.status;
}

async function invoke(event: object): Promise<unknown> {
  const { handler } = (await load(1)) as { handler: (event: object) => Promise<unknown> };
  Object.assign(process.env, secrets);
  return await handler(event);
}
