import { createServer, type RequestListener } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import type { SloFlags } from "../../scripts/slo.ts";
import { digestsOf } from "../support/content-folder.ts";
import { freePort } from "../support/prometheus.ts";
import { checkout, pullFrom, RATIO } from "./slo-example.ts";

describe("what answers otherwise", () => {
  async function serving(listener: RequestListener): Promise<string> {
    const server = createServer(listener);
    const port = await freePort();
    await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${port}`;
  }

  async function against(listener: RequestListener, more: Partial<SloFlags> = {}) {
    const folder = checkout(RATIO);
    const before = digestsOf(folder.content);
    const outcome = await pullFrom("", folder, { prometheus: await serving(listener), ...more });
    expect(digestsOf(folder.content)).toEqual(before);
    return outcome;
  }

  test("is worth retrying where it is busy, silent, cut off or not there", async () => {
    expect((await against((_, answer) => answer.writeHead(503).end("busy"))).code).toBe(5);
    expect(await against(() => undefined, { timeout: 1 })).toMatchObject({
      code: 5,
      said: expect.stringContaining("did not answer within 1 s"),
    });
    expect((await against((request) => request.socket.destroy())).code).toBe(5);
    const closed = await pullFrom("", checkout(RATIO), {
      prometheus: `http://127.0.0.1:${await freePort()}`,
    });
    expect(closed).toMatchObject({
      code: 5,
      said: expect.stringContaining("cannot be reached (ECONNREFUSED)"),
    });
  });

  test("is not followed to another host, nor taken for a Prometheus that it is not", async () => {
    let followed = 0;
    const other = await serving((_, answer) => {
      followed++;
      answer.end("{}");
    });
    const moved = await against((_, answer) => answer.writeHead(307, { location: `${other}/api` }).end());
    expect(moved).toMatchObject({ code: 2, said: expect.stringContaining(`redirects to ${other}/api`) });
    expect(followed).toBe(0);
    expect(await against((_, answer) => answer.end("<html>"))).toMatchObject({
      code: 2,
      said: expect.stringContaining("does not answer as Prometheus does"),
    });
    expect((await against((_, answer) => answer.writeHead(401).end())).code).toBe(2);
    expect((await pullFrom("", checkout(RATIO), { prometheus: "file:///etc/passwd" })).code).toBe(2);
  });
});
