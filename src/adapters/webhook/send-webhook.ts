import { setTimeout } from "node:timers/promises";

/** A message for one address, and how long to try. */
export interface WebhookRequest {
  readonly address: string;
  readonly payload: object;
  readonly signal: AbortSignal;
  /** Milliseconds for everything, waits included. */
  readonly deadline?: number;
  /** Milliseconds for one attempt. */
  readonly patience?: number;
}

/** How it went; never with the address, which is a secret. */
export type Delivery =
  | { readonly delivered: true; readonly attempts: number }
  | { readonly delivered: false; readonly attempts: number; readonly why: string; readonly retry: boolean };

const MOST_ATTEMPTS = 3;
const MOST_REDIRECTS = 2;
const DEADLINE = 30_000;
const PATIENCE = 10_000;

/**
 * Posts a message: a few attempts within a deadline, again only where the other side was busy, broken or out of reach. Only
 * https, but for this machine itself; a redirect is followed on the same host alone.
 */
export async function sendWebhook(request: WebhookRequest): Promise<Delivery> {
  const { deadline = DEADLINE, signal } = request;
  const url = URL.parse(request.address);
  if (!url || !isAllowed(url))
    return {
      delivered: false,
      attempts: 0,
      retry: false,
      why: "its address is not one that begins with https://",
    };
  const end = performance.now() + deadline;
  let why = "";
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const left = end - performance.now();
    if (left <= 0 || signal.aborted) return { delivered: false, attempts: attempt - 1, why, retry: true };
    const answer = await attemptOnce(url, request, left);
    if (answer.kind === "taken") return { delivered: true, attempts: attempt };
    if (answer.kind === "refused")
      return { delivered: false, attempts: attempt, why: answer.why, retry: false };
    why = answer.why;
    const wait = answer.wait ?? 500 * 2 ** (attempt - 1);
    if (attempt === MOST_ATTEMPTS || performance.now() + wait >= end)
      return { delivered: false, attempts: attempt, why, retry: true };
    await pause(wait, signal);
  }
  return { delivered: false, attempts: MOST_ATTEMPTS, why, retry: true };
}

type Answer =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "again"; readonly why: string; readonly wait?: number };

async function attemptOnce(
  first: URL,
  { payload, signal, patience = PATIENCE }: WebhookRequest,
  left: number,
): Promise<Answer> {
  const late = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(Math.min(patience, left)))]);
  let url = first;
  for (let redirects = 0; ; redirects++) {
    let response: Response;
    try {
      response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json; charset=utf-8", "user-agent": "tidemark" },
        body: JSON.stringify(payload),
        redirect: "manual",
        signal: late,
      });
      // What the other side says is of no use here, and may be endless.
      await response.body?.cancel();
    } catch {
      return { kind: "again", why: late.aborted ? "it does not answer in time" : "it cannot be reached" };
    }
    const { status, ok } = response;
    if (ok) return { kind: "taken" };
    if (status === 307 || status === 308) {
      const next = URL.parse(response.headers.get("location") ?? "", url);
      if (next?.origin !== first.origin)
        return { kind: "refused", why: "it redirects to another host, which is not followed" };
      if (redirects >= MOST_REDIRECTS) return { kind: "refused", why: "it redirects without an end" };
      url = next;
      continue;
    }
    if (status === 429) return { kind: "again", why: "it is asked too often (429)", ...waitOf(response) };
    if (status >= 500) return { kind: "again", why: `it is out of order (${status})`, ...waitOf(response) };
    return { kind: "refused", why: `it refuses the message (${status})` };
  }
}

/** How long the other side asks to wait, in seconds or until an instant. */
function waitOf({ headers }: Response): { wait?: number } {
  const asked = headers.get("retry-after");
  if (asked === null) return {};
  const seconds = Number(asked);
  if (Number.isFinite(seconds)) return { wait: Math.max(0, seconds * 1_000) };
  const until = Date.parse(asked);
  return Number.isNaN(until) ? {} : { wait: Math.max(0, until - Date.now()) };
}

function isAllowed({ protocol, hostname, username, password }: URL): boolean {
  if (username !== "" || password !== "") return false;
  return (
    protocol === "https:" || (protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname))
  );
}

/** Waits, or until the command is stopped. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
}
