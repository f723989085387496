import { createReadStream, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";

/** A running server of one built site. */
export interface ServedFolder {
  /** Where to open it, base path included. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** What to serve: a folder (or the link to it, followed anew at each request), a base path, and the first port to try. */
export interface FolderToServe {
  readonly folder: string;
  /** `/` or, for instance, `/kb/`. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
}

/** Serves a built site to this machine only, the way a static host would: trailing slashes, 404.html, no caching. */
export async function serveFolder({ folder, base, port }: FolderToServe): Promise<ServedFolder> {
  const server = createServer((request, response) => {
    try {
      send(response, answerTo(request, folder, base), request.method !== "HEAD");
    } catch {
      // The site was swapped between looking and reading: the next request finds the new one.
      response.destroy();
    }
  });
  const taken = await listen(server, port, port === 0 ? 0 : port + 20);
  return {
    address: `http://localhost:${taken}${base}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An answer as data: a status, and either a file to send or another place to go. */
interface Answer {
  readonly status: number;
  readonly file?: string;
  readonly location?: string;
}

function answerTo(request: IncomingMessage, folder: string, base: string): Answer {
  // An internal site must not be readable through a name that someone else points at this machine.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? "")) return { status: 403 };
  if (request.method !== "GET" && request.method !== "HEAD") return { status: 405 };
  const path = pathOf(request.url ?? "/");
  if (path === undefined) return { status: 400 };
  if (path === "/" && base !== "/") return { status: 302, location: base };
  const file = path.startsWith(base) ? fileAt(folder, path.slice(base.length)) : undefined;
  if (file === "folder")
    return { status: 302, location: `${path.split("/").map(encodeURIComponent).join("/")}/` };
  if (file) return { status: 200, file };
  const lost = fileAt(folder, "404.html");
  return lost && lost !== "folder" ? { status: 404, file: lost } : { status: 404 };
}

/** The path that a request asks for, decoded; `undefined` when it cannot be one. */
function pathOf(url: string): string | undefined {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/, ""));
    return path.startsWith("/") && !path.startsWith("//") && !path.includes("\0") ? path : undefined;
  } catch {
    return undefined;
  }
}

/** The real file of a path, `"folder"` where a slash is missing, `undefined` where there is none or it lies outside. */
function fileAt(folder: string, path: string): string | undefined {
  try {
    const root = realpathSync(folder);
    const found = realpathSync(join(root, path.endsWith("/") || path === "" ? `${path}index.html` : path));
    if (!found.startsWith(root + sep)) return undefined;
    if (statSync(found).isDirectory()) return fileAt(folder, `${path}/`) ? "folder" : undefined;
    return found;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, { status, file, location }: Answer, withBody: boolean): void {
  response.writeHead(status, {
    "content-length": file ? statSync(file).size : 0,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    ...(file ? { "content-type": mediaTypes[extname(file)] ?? "application/octet-stream" } : {}),
    ...(location ? { location } : {}),
  });
  if (file && withBody)
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  else response.end();
}

/** The first free port from one on; every other trouble is thrown. */
async function listen(server: Server, port: number, last: number): Promise<number> {
  try {
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "localhost", () => {
        server.removeListener("error", reject);
        resolve();
      });
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE" || port >= last) throw error;
    return listen(server, port + 1, last);
  }
  const address = server.address();
  return typeof address === "object" && address ? address.port : port;
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".gif": "image/gif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};
