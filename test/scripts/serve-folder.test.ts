import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ServedFolder, serveFolder } from "../../scripts/serve-folder.ts";
import { siteBase } from "../../scripts/site-base.ts";

const place = mkdtempSync(join(tmpdir(), "tidemark-serve-"));
let served: ServedFolder;

beforeAll(async () => {
  for (const version of ["one", "two"]) {
    mkdirSync(join(place, version, "incidents"), { recursive: true });
    writeFileSync(join(place, version, "index.html"), `${version}<link href="/kb/_astro/a.css">`);
    writeFileSync(join(place, version, "404.html"), "lost");
    writeFileSync(join(place, version, "incidents", "index.html"), "incidents");
  }
  writeFileSync(join(place, "secret.txt"), "secret");
  symlinkSync(join(place, "secret.txt"), join(place, "one", "link.txt"));
  symlinkSync("one", join(place, "site"));
  served = await serveFolder({ folder: join(place, "site"), base: "/kb/", port: 0 });
});

afterAll(async () => {
  await served.close();
  rmSync(place, { recursive: true });
});

describe("a built site is served to this machine", () => {
  test("pages and folders are found under the base path", async () => {
    expect(await ask("/kb/")).toMatchObject({ status: 200, body: expect.stringContaining("one") });
    expect(await ask("/kb/incidents/?q=1")).toMatchObject({ status: 200, body: "incidents" });
    expect(await ask("/kb/incidents")).toMatchObject({ status: 302, location: "/kb/incidents/" });
    expect(await ask("/")).toMatchObject({ status: 302, location: "/kb/" });
  });

  test("texts come compressed to whoever measures", async () => {
    const { address, close } = await serveFolder({
      folder: join(place, "one"),
      base: "/",
      port: 0,
      compressed: true,
    });
    const got = await fetch(address);
    expect(got.headers.get("content-encoding")).toBe("gzip");
    expect(await got.text()).toContain("one");
    await close();
  });

  test("what is not there is the site's own 404 page", async () => {
    expect(await ask("/kb/nothing/")).toMatchObject({ status: 404, body: "lost" });
    expect(await ask("/other/")).toMatchObject({ status: 404, body: "lost" });
  });

  test.each(["/kb/../secret.txt", "/kb/..%2fsecret.txt", "/kb/%2e%2e/secret.txt", "/kb/link.txt", "/kb/%00"])(
    "nothing outside the folder is served: %s",
    async (path) => {
      expect((await ask(path)).body).not.toContain("secret");
    },
  );

  test("a name that someone else points at this machine is refused", async () => {
    expect(await ask("/kb/", "rebound.example")).toMatchObject({ status: 403, body: "" });
  });

  test("a swap of the link shows at the next request", async () => {
    symlinkSync("two", join(place, "next"));
    renameSync(join(place, "next"), join(place, "site"));
    expect((await ask("/kb/")).body).toContain("two");
  });
});

test("the base path is read from the site's own addresses", () => {
  expect(siteBase(join(place, "one"))).toBe("/kb/");
});

interface Reply {
  readonly status: number | undefined;
  readonly location: string | undefined;
  readonly body: string;
}

/** Asks with the path exactly as given: `fetch` would tidy it. */
function ask(path: string, host = "localhost"): Promise<Reply> {
  const { port } = new URL(served.address);
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, headers: { host } }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (part) => {
        body += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode, location: response.headers.location, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}
