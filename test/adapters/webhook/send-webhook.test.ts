import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { sendWebhook } from "../../../src/adapters/webhook/send-webhook.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe("a message to a real server", () => {
  test("arrives once, as JSON, when the server takes it", async () => {
    const { address, bodies } = await serve((_, response) => response.end("ok"));
    expect(await send(address)).toEqual({ delivered: true, attempts: 1 });
    expect(bodies).toEqual(['{"text":"Hello"}']);
  });

  test("is sent again after 429, when the wait that is asked for is over", async () => {
    const { address, times } = await serve((_, response, count) => {
      if (count === 1) response.writeHead(429, { "retry-after": "1" }).end();
      else response.end();
    });
    expect(await send(address)).toEqual({ delivered: true, attempts: 2 });
    expect(times[1]! - times[0]!).toBeGreaterThanOrEqual(990);
  });

  test("is given up at once where the wait that is asked for is longer than the deadline", async () => {
    const { address, bodies } = await serve((_, response) =>
      response.writeHead(429, { "retry-after": "3600" }).end(),
    );
    expect(await send(address)).toMatchObject({
      delivered: false,
      attempts: 1,
      retry: true,
      why: "it is asked too often (429)",
    });
    expect(bodies).toHaveLength(1);
  });

  test("is sent three times to a server that is out of order, and no more", async () => {
    const { address, bodies } = await serve((_, response) => response.writeHead(503).end());
    expect(await send(address)).toMatchObject({
      delivered: false,
      attempts: 3,
      why: "it is out of order (503)",
    });
    expect(bodies).toHaveLength(3);
  });

  test("is not sent again where it was refused", async () => {
    for (const status of [400, 401, 403, 404, 410]) {
      const { address, bodies } = await serve((_, response) => response.writeHead(status).end("no"));
      expect(await send(address)).toMatchObject({ delivered: false, attempts: 1, retry: false });
      expect(bodies).toHaveLength(1);
    }
  });

  test("does not wait for ever for a server that hangs, cuts the line, or never stops talking", async () => {
    const hanging = await serve(() => {});
    const started = performance.now();
    expect(await send(hanging.address, 300)).toMatchObject({
      delivered: false,
      why: "it does not answer in time",
    });
    expect(performance.now() - started).toBeLessThan(3_500);
    const cutting = await serve((request) => request.socket.destroy());
    expect(await send(cutting.address)).toMatchObject({ delivered: false, why: "it cannot be reached" });
    const endless = await serve((_, response) => {
      const timer = setInterval(() => response.write("x".repeat(1_000)), 10);
      response.on("close", () => clearInterval(timer));
    });
    expect(await send(endless.address)).toMatchObject({ delivered: true });
  });

  test("follows a redirect on its own host and none to another", async () => {
    const other = await serve((_, response) => response.end());
    const { address, bodies } = await serve((request, response) => {
      if (request.url === "/hook?key=secret") response.writeHead(307, { location: "/next" }).end();
      else if (request.url === "/next") response.writeHead(308, { location: other.address }).end();
    });
    const delivery = await send(address);
    expect(delivery).toMatchObject({
      delivered: false,
      retry: false,
      why: expect.stringContaining("another host"),
    });
    expect(bodies).toHaveLength(2);
    expect(other.bodies).toEqual([]);
  });

  test("ends with the command that sends it", async () => {
    const { address } = await serve(() => {});
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const delivery = await sendWebhook({ address, payload: {}, signal: stop.signal });
    expect(delivery).toMatchObject({ delivered: false });
  });
});

test.each([
  "http://hooks.example.org/x",
  "ftp://example.org/",
  "not an address",
  "https://user:word@example.org/",
  "file:///etc/passwd",
  "http://127.0.0.1.example.org/",
])("an address that is not https, nor this machine, is never asked: %s", async (address) => {
  const delivery = await sendWebhook({ address, payload: {}, signal: new AbortController().signal });
  expect(delivery).toMatchObject({ delivered: false, attempts: 0, retry: false });
  expect(JSON.stringify(delivery)).not.toContain(address);
});

async function serve(handler: Handler): Promise<{ address: string; bodies: string[]; times: number[] }> {
  const bodies: string[] = [];
  const times: number[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    times.push(performance.now());
    for await (const chunk of request) body += chunk;
    bodies.push(body);
    handler(request, response, bodies.length);
  });
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/hook?key=secret`, bodies, times };
}

function send(address: string, patience = 2_000) {
  return sendWebhook({
    address,
    payload: { text: "Hello" },
    signal: new AbortController().signal,
    patience,
    deadline: 5_000,
  });
}
