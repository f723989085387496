import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const COMPRESSED: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves a site at `/` the way hosts do: text is compressed, everything else goes as it is. */
export function serveCompressed(folder: string): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").replace(/[?#].*$/, "").replace(/\/$/, "/index.html");
    try {
      const bytes = readFileSync(join(folder, path));
      const type = COMPRESSED[extname(path)];
      const head = type ? { "content-type": type, "content-encoding": "gzip" } : {};
      response.writeHead(200, head).end(type ? gzipSync(bytes) : bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((ready) =>
    server.listen(0, "127.0.0.1", () => {
      const place = server.address();
      const port = typeof place === "object" && place ? place.port : 0;
      const close = () => {
        server.closeAllConnections();
        server.close();
      };
      ready({ address: `http://127.0.0.1:${port}/`, close });
    }),
  );
}
