import { createReadStream, readFileSync, realpathSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, sep } from "node:path";
import { gzipSync } from "node:zlib";

/** A running server. */
export interface LocalServer {
  /** Where to open it, base path included. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** An answer as data: a status with a file or a text to send, another place to go, or a stream that stays open. */
export interface Answer {
  readonly status: number;
  readonly file?: string;
  /** Whether the file is sent compressed, if it is a text. */
  readonly compressed?: boolean;
  /** Whether a browser may keep the file for a while without asking again. */
  readonly lasting?: boolean;
  readonly text?: { readonly type: keyof typeof mediaTypes; readonly body: string };
  readonly location?: string;
  /** Takes over the response. */
  readonly take?: (response: ServerResponse) => void;
}

/** What to serve: who answers a decoded path, a base path, and the first port to try (0 takes any free one). */
export interface ToServe {
  readonly base: string;
  readonly port: number;
  readonly answer: (path: string, request: IncomingMessage) => Answer | Promise<Answer>;
  /** Hears of an answer that failed; without it the connection just ends, and the next request finds what is there then. */
  readonly onFailure?: (error: unknown) => void;
}

/** Answers requests of this machine only; what is not said to last is sent for this once, without caching. */
export async function serveLocally({ base, port, answer, onFailure }: ToServe): Promise<LocalServer> {
  const server = createServer(async (request, response) => {
    try {
      const refused = refusal(request);
      const path = pathOf(request.url ?? "/");
      send(
        response,
        refused ??
          (path === undefined
            ? { status: 400 }
            : path === "/" && base !== "/"
              ? { status: 302, location: base }
              : await answer(path, request)),
        request.method !== "HEAD",
      );
    } catch (error) {
      onFailure?.(error);
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

/** The real file of a path, `"folder"` where a slash is missing, `undefined` where there is none or it lies outside. */
export function fileAt(folder: string, path: string): string | undefined {
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

function refusal({ headers, method }: IncomingMessage): Answer | undefined {
  // An internal site must not be readable through a name that someone else points at this machine.
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(headers.host ?? "")) return { status: 403 };
  return method === "GET" || method === "HEAD" ? undefined : { status: 405 };
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

function send(
  response: ServerResponse,
  { status, file, compressed, lasting, text, location, take }: Answer,
  withBody: boolean,
): void {
  if (take) {
    take(response);
    return;
  }
  const type = text?.type ?? (file ? mediaTypeOf(file) : undefined);
  const short = file && compressed && /^text|json|xml/.test((type && mediaTypes[type]) ?? "");
  const packed = short ? gzipSync(readFileSync(file)) : undefined;
  response.writeHead(status, {
    "content-length": packed?.length ?? (file ? statSync(file).size : Buffer.byteLength(text?.body ?? "")),
    ...(packed ? { "content-encoding": "gzip" } : {}),
    "cache-control": lasting ? "max-age=600" : "no-store",
    "x-content-type-options": "nosniff",
    ...(type ? { "content-type": mediaTypes[type] ?? "application/octet-stream" } : {}),
    ...(location ? { location } : {}),
  });
  if (packed) response.end(withBody ? packed : undefined);
  else if (file && withBody)
    createReadStream(file)
      .on("error", () => response.destroy())
      .pipe(response);
  else response.end(withBody ? text?.body : undefined);
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

function mediaTypeOf(file: string): string {
  return extname(file) === "" ? "unknown" : extname(file);
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".atom": "application/atom+xml; charset=utf-8",
  ".rss": "application/rss+xml; charset=utf-8",
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
