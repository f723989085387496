import type { ServerResponse } from "node:http";

/** One way in which an answer goes wrong, and where it is told that this happens. */
export interface Fault {
  readonly name: string;
  readonly cites: string;
  /** Whether GitHub did what was asked: not at all, before the answer went wrong, or a few requests later. */
  readonly done: "never" | "before" | "late";
  readonly send: (
    response: ServerResponse,
    answer: { readonly status: number; readonly text: string },
  ) => void;
}

const LIMITS = "Rate limits for the REST API";
const TROUBLE = "Troubleshooting the REST API";
const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";

/** Every fault, by name. */
export const FAULTS: readonly Fault[] = [
  refusal("401", 401, "Bad credentials", `${TROUBLE}: invalid token`),
  refusal("403", 403, "Resource not accessible by integration", `${TROUBLE}: resource not accessible`),
  refusal(
    "404",
    404,
    "Not Found",
    `${TROUBLE}: 404 Not Found for an existing resource that the token may not see`,
  ),
  refusal("409", 409, "Git Repository is empty.", "REST API endpoints for Git references: Conflict"),
  refusal("410", 410, "Issues has been disabled in this repository.", "REST API endpoints for issues: Gone"),
  refusal("422", 422, "Validation Failed", `${TROUBLE}: Validation Failed`),
  limit("429 in seconds", 429, { "retry-after": "2" }, "Too Many Requests"),
  limit(
    "429 by date",
    429,
    () => ({ date: "Fri, 01 Jan 2027 00:00:00 GMT", "retry-after": "Fri, 01 Jan 2027 00:00:07 GMT" }),
    "Too Many Requests",
  ),
  limit("429 in the past", 429, { "retry-after": "Thu, 01 Jan 1970 00:00:00 GMT" }, "Too Many Requests"),
  limit("429 at once", 429, { "retry-after": "0" }, "Too Many Requests"),
  limit("429 below nothing", 429, { "retry-after": "-5" }, "Too Many Requests"),
  limit("429 without sense", 429, { "retry-after": "soon" }, "Too Many Requests"),
  limit("429 without a word", 429, {}, "Too Many Requests"),
  limit("429 for a day", 429, { "retry-after": "86400" }, "Too Many Requests"),
  limit("secondary in seconds", 403, { "retry-after": "3" }, SECONDARY),
  limit("secondary without a word", 403, {}, SECONDARY),
  limit(
    "used up",
    403,
    () => ({
      date: "Fri, 01 Jan 2027 00:00:00 GMT",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": String(Date.UTC(2027, 0, 1, 0, 0, 9) / 1_000),
    }),
    "API rate limit exceeded for installation.",
  ),
  ...(["never", "before", "late"] as const).flatMap((done) => [
    trouble(done, "500", (response) => json(response, 500, { message: "Server Error" })),
    trouble(done, "502 in HTML", (response) => html(response, 502)),
    trouble(done, "503 with a wait", (response) =>
      json(response, 503, { message: "Unavailable" }, { "retry-after": "4" }),
    ),
    trouble(done, "reset", (response) => void response.socket?.resetAndDestroy()),
    trouble(done, "HTML", (response) => html(response, 200)),
  ]),
  trouble("before", "cut body", (response, { status, text }) => {
    response.writeHead(status, {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(text) + 5,
    });
    response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  }),
  trouble("before", "cut chunks", (response, { status, text }) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.write(text.slice(0, text.length / 2), () => response.socket?.destroy());
  }),
  trouble("before", "half a text", (response, { status, text }) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(text.slice(0, text.length / 2));
  }),
  trouble("before", "empty text", (response, { status }) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end();
  }),
  trouble("before", "empty list", (response) => json(response, 200, [])),
  ...([301, 302, 307, 308] as const).map(
    (status): Fault => ({
      name: `${status}`,
      cites: "Best practices for using the REST API: Follow redirects",
      done: "never",
      send: (response) => json(response, status, { message: "Moved" }, { location: "/repositories/1" }),
    }),
  ),
  trouble("never", "hang", () => {}),
  trouble("before", "hang", () => {}),
  trouble("late", "hang", () => {}),
];

/** A fault by its name. */
export function faultNamed(name: string): Fault {
  const fault = FAULTS.find((one) => one.name === name);
  if (!fault) throw new Error(`There is no fault ${name}`);
  return fault;
}

function refusal(name: string, status: number, message: string, cites: string): Fault {
  return { name, cites, done: "never", send: (response) => json(response, status, { message }) };
}

function limit(
  name: string,
  status: number,
  headers: Record<string, string> | (() => Record<string, string>),
  message: string,
): Fault {
  return {
    name,
    cites: `${LIMITS}: Exceeding the rate limit; retry-after, x-ratelimit-reset, or at least a minute`,
    done: "never",
    send: (response) =>
      json(response, status, { message }, typeof headers === "function" ? headers() : headers),
  };
}

function trouble(done: Fault["done"], name: string, send: Fault["send"]): Fault {
  const when = { never: "before the commit", before: "after the commit", late: "before a late commit" }[done];
  return { name: `${name} ${when}`, cites: `${TROUBLE}: Timeouts; githubstatus.com`, done, send };
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...headers });
  response.end(JSON.stringify(body));
}

function html(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/html; charset=utf-8" });
  response.end(
    "<!DOCTYPE html><html><title>Unicorn! · GitHub</title><p>We had issues producing the response.</html>",
  );
}
