import { type Answer, fileAt, type LocalServer, serveLocally } from "./local-server.ts";

/** A running server of one built site. */
export type ServedFolder = LocalServer;

/** What to serve: a folder (or the link to it, followed anew at each request), a base path, and the first port to try. */
export interface FolderToServe {
  readonly folder: string;
  /** `/` or, for instance, `/kb/`. */
  readonly base: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether texts are sent compressed, as hosts send them; who measures wants that. */
  readonly compressed?: boolean;
}

/** Serves a built site to this machine only, the way a static host would: trailing slashes, 404.html, no caching. */
export function serveFolder({
  folder,
  base,
  port,
  compressed = false,
}: FolderToServe): Promise<ServedFolder> {
  return serveLocally({ base, port, answer: (path) => ({ ...answerTo(path, folder, base), compressed }) });
}

function answerTo(path: string, folder: string, base: string): Answer {
  const file = path.startsWith(base) ? fileAt(folder, path.slice(base.length)) : undefined;
  if (file === "folder")
    return { status: 302, location: `${path.split("/").map(encodeURIComponent).join("/")}/` };
  if (file) return { status: 200, file };
  const lost = fileAt(folder, "404.html");
  return lost && lost !== "folder" ? { status: 404, file: lost } : { status: 404 };
}
