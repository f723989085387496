import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { GitHubSettings } from "../../../src/adapters/github/client.ts";
import type { Fault } from "./faults.ts";
import { GIT_RULES } from "./git-rules.ts";
import { ISSUE_RULES } from "./issue-rules.ts";
import { PULL_RULES } from "./pull-rules.ts";
import { ServedRepository } from "./repository.ts";
import type { Answered, Rule } from "./rule.ts";

/** Every endpoint, with the page of GitHub's documentation that it follows. */
export const RULES: readonly Rule[] = [...GIT_RULES, ...ISSUE_RULES, ...PULL_RULES];

/** A request that arrived. */
export interface Arrived {
  readonly method: string;
  /** Below the repository. */
  readonly path: string;
  /** Whose token came with it. */
  readonly author: string;
}

/** A GitHub of ours over real HTTP, which can be made to fail. */
export interface GitHubServer {
  readonly url: string;
  readonly requests: Arrived[];
  /** What is served; may be replaced by a new one. */
  repository: ServedRepository;
  /** Which fault meets a request; none by default. */
  fault: (arrived: Arrived) => Fault | undefined;
  /** How many milliseconds a request (`POST /repos/…`) lies before it is dealt with. */
  delay: (request: string) => number;
  /** Told when a request was dealt with, before its answer is sent. */
  dealtWith: (arrived: Arrived) => void;
  /** The present of the server, in milliseconds since 1970. */
  clock: () => number;
  /** Does at once whatever was put off. */
  settle(): void;
  /** How a client asks here; `token` is the login of who asks. */
  settings(token?: string): GitHubSettings;
  close(): Promise<void>;
}

const FULL_NAME = "octo/incidents";

/** Starts one on a free port. */
export async function startGitHubServer(): Promise<GitHubServer> {
  const late: { after: number; readonly act: () => void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const act = () => deal(request, Buffer.concat(chunks).toString("utf8"), response);
      const wait = hosted.delay(`${request.method} ${request.url}`);
      if (wait > 0) setTimeout(act, wait);
      else act();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function deal(request: IncomingMessage, body: string, response: ServerResponse): void {
    for (const one of late.splice(0))
      if (--one.after > 0) late.push(one);
      else one.act();
    const { pathname, searchParams } = new URL(request.url ?? "/", url);
    const method = request.method ?? "GET";
    const author = (request.headers.authorization ?? "").split(" ")[1] ?? "";
    const inside = pathname.startsWith(`/repos/${FULL_NAME}`);
    const arrived = { method, path: pathname.slice(`/repos/${FULL_NAME}`.length), author };
    hosted.requests.push(arrived);
    const fault = hosted.fault(arrived);
    const act = () => answerOf(arrived, inside, searchParams, body);
    if (fault?.done === "late") late.push({ after: 4, act });
    const answer = fault === undefined || fault.done === "before" ? act() : { status: 0 };
    hosted.dealtWith(arrived);
    const text = answer.body === undefined ? "" : JSON.stringify(answer.body);
    if (fault) {
      fault.send(response, { status: answer.status || 200, text });
      return;
    }
    response.writeHead(
      answer.status,
      text === "" ? {} : { "content-type": "application/json; charset=utf-8" },
    );
    response.end(text);
  }

  function answerOf(
    { method, path, author }: Arrived,
    inside: boolean,
    query: URLSearchParams,
    text: string,
  ): Answered {
    const { repository } = hosted;
    const known = repository.people.has(author) || /\[bot\]$/.test(author) || author === "reader";
    if (!known) return { status: 401, body: { message: "Bad credentials" } };
    if (!inside) return { status: 404, body: { message: "Not Found" } };
    let body: Record<string, unknown>;
    try {
      body = text === "" ? {} : JSON.parse(text);
    } catch {
      return { status: 400, body: { message: "Problems parsing JSON" } };
    }
    for (const rule of RULES) {
      const at = placesOf(rule.route, method, path);
      if (!at) continue;
      const now = `${new Date(hosted.clock()).toISOString().slice(0, 19)}Z`;
      if (author === "reader" && method !== "GET")
        return { status: 403, body: { message: "Resource not accessible by integration" } };
      return rule.answer({ repository, fullName: FULL_NAME, at, query, body, author, now });
    }
    return { status: 404, body: { message: "Not Found" } };
  }

  const hosted: GitHubServer = {
    url,
    requests: [],
    repository: new ServedRepository(),
    fault: () => undefined,
    delay: () => 0,
    dealtWith: () => {},
    clock: () => Date.now(),
    settle: () => late.splice(0).forEach(({ act }) => void act()),
    settings: (token = "github-actions[bot]") => ({
      address: url,
      repository: FULL_NAME,
      token,
      signal: new AbortController().signal,
      clock: () => hosted.clock(),
      pause: async () => {},
      deadline: 2_000,
    }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return hosted;
}

const patterns = new Map<string, { readonly method: string; readonly path: RegExp }>();

/** What stands in the places of a route, when it is the one that is asked. */
function placesOf(route: string, method: string, path: string): Record<string, string> | undefined {
  let pattern = patterns.get(route);
  if (!pattern) {
    const [verb = "", shape = ""] = route.split(" ");
    const source = shape.replace(/\{\+(\w+)\}/g, "(?<$1>.+)").replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    pattern = { method: verb, path: new RegExp(`^${source}/?$`) };
    patterns.set(route, pattern);
  }
  if (pattern.method !== method) return undefined;
  const match = pattern.path.exec(path);
  if (!match) return undefined;
  return Object.fromEntries(
    Object.entries(match.groups ?? {}).map(([name, text]) => [name, decodeURIComponent(text)]),
  );
}
