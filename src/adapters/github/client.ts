// Asks GitHub, by REST: a deadline on every call, status and shape checked, no redirect followed, bounded waits on limits.
import { Octokit } from "octokit";
import { waitAsked } from "../../core/github/wait-asked.ts";
import { visibleText } from "../../core/reports/visible-text.ts";
import type { Epoch } from "../../core/time.ts";
import { GitHubFailure } from "./github-failure.ts";
import { messageOf, type RawAnswer } from "./raw-answer.ts";
import { refusalOf } from "./refusal-of.ts";
import { TransportFailure, wholeAnswer } from "./whole-answer.ts";

/** Where and as whom to ask, and how long. */
export interface GitHubSettings {
  /** The address of the API, https://api.github.com or that of an Enterprise server. */
  readonly address: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  readonly signal: AbortSignal;
  /** The present; it goes on while the command runs. */
  readonly clock: () => Epoch;
  /** Waits, and no longer when it is asked to stop. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** How long one answer may take, in milliseconds. */
  readonly deadline?: number;
  /** How long all waits of one run may take together. */
  readonly patience?: number;
}

/** What a route takes besides owner and repository. */
export type Parameters = Readonly<Record<string, unknown>>;

/** A shape that an answer must have; it throws or gives back what is wrong otherwise. */
export interface Shape<Value> {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}

/** One request that was made. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  /** Absent when no answer came. */
  readonly status?: number;
}

/** Asks one repository on GitHub. */
export interface GitHubClient {
  readonly owner: string;
  readonly name: string;
  readonly settings: GitHubSettings;
  /** Every request so far, in order. */
  readonly log: readonly LoggedRequest[];
  /** Reads; tried three times where that may help. */
  read<Value>(shape: Shape<Value>, path: string, parameters?: Parameters): Promise<Value>;
  /** Writes, once. Whoever calls it must know what a failure that may have been done means. */
  write<Value>(
    shape: Shape<Value>,
    route: `${"POST" | "PATCH" | "PUT" | "DELETE"} ${string}`,
    parameters?: Parameters,
  ): Promise<Value>;
}

const DEADLINE = 20_000;
const PATIENCE = 180_000;
/** GitHub asks for a second between requests that make something, where there are many. */
const PACE = 1_000;
const MANY = 20;

/** A client of one repository. */
export function gitHubClient(settings: GitHubSettings): GitHubClient {
  const [owner = "", name = ""] = settings.repository.split("/");
  const octokit = new Octokit({
    auth: settings.token,
    baseUrl: settings.address.replace(/\/+$/, ""),
    // Their retries and waits know nothing of what a second POST does here.
    retry: { enabled: false },
    throttle: { enabled: false },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
  const log: LoggedRequest[] = [];
  let patience = settings.patience ?? PATIENCE;
  let writes = 0;
  let lastWrite = Number.NEGATIVE_INFINITY;

  async function wait(milliseconds: number, otherwise: () => GitHubFailure): Promise<void> {
    if (milliseconds > patience) throw otherwise();
    patience -= milliseconds;
    await settings.pause(milliseconds, settings.signal);
    settings.signal.throwIfAborted();
  }

  /** One request and its answer, whatever its status. */
  async function once(method: string, path: string, parameters: Parameters): Promise<RawAnswer> {
    settings.signal.throwIfAborted();
    const signal = AbortSignal.any([settings.signal, AbortSignal.timeout(settings.deadline ?? DEADLINE)]);
    try {
      const { status, headers, data } = await octokit.request(`${method} /repos/{owner}/{repo}${path}`, {
        ...parameters,
        owner,
        repo: name,
        headers: { "x-github-api-version": "2022-11-28" },
        request: { fetch: wholeAnswer, signal, redirect: "manual" },
      });
      return { status, headers: headers as RawAnswer["headers"], data };
    } catch (error) {
      settings.signal.throwIfAborted();
      const { response, cause } = error as { response?: RawAnswer; cause?: unknown };
      if (response) return response;
      if (!(cause instanceof TransportFailure)) throw error;
      throw new GitHubFailure(`GitHub ${cause.message}: ${method} ${shown(path, parameters)}.`, {
        again: true,
        mayBeDone: cause.sent,
        cause,
      });
    }
  }

  async function ask<Value>(
    shape: Shape<Value>,
    method: string,
    path: string,
    parameters: Parameters,
  ): Promise<Value> {
    const reads = method === "GET";
    for (let attempt = 0; ; attempt++) {
      const where = `${method} /repos/${owner}/${name}${shown(path, parameters)}`;
      let answer: RawAnswer;
      try {
        answer = await once(method, path, parameters);
        log.push({ method, path: shown(path, parameters), status: answer.status });
      } catch (error) {
        if (error instanceof GitHubFailure) log.push({ method, path: shown(path, parameters) });
        if (!reads || attempt >= 2 || !(error instanceof GitHubFailure)) throw error;
        await wait(1_000 * 2 ** attempt, () => error);
        continue;
      }
      const asked = waitAsked({ ...answer, message: messageOf(answer.data) }, attempt, settings.clock());
      // A limit is told before anything is done, so that asking again after it makes nothing twice.
      if (asked !== undefined && (answer.status !== 503 || reads)) {
        await wait(
          asked,
          () =>
            new GitHubFailure(
              `GitHub asks to wait ${Math.ceil(asked / 1_000)} s before ${where}, which is longer than this run waits.`,
              { status: answer.status, again: true },
            ),
        );
        continue;
      }
      if (answer.status >= 200 && answer.status < 300) {
        const read = shape.safeParse(answer.data);
        if (read.success) return read.data;
        const failure = new GitHubFailure(
          `The answer to ${where} is not what GitHub's documentation says: is ${settings.address} GitHub's API?`,
          { status: answer.status, again: true, mayBeDone: !reads },
        );
        if (!reads || attempt >= 2) throw failure;
        await wait(1_000 * 2 ** attempt, () => failure);
        continue;
      }
      const refusal = refusalOf(answer, where, settings.repository);
      if (!reads || attempt >= 2 || answer.status < 500) throw refusal;
      await wait(1_000 * 2 ** attempt, () => refusal);
    }
  }

  return {
    owner,
    name,
    settings,
    log,
    read: (shape, path, parameters = {}) => ask(shape, "GET", path, parameters),
    async write(shape, route, parameters = {}) {
      const since = settings.clock() - lastWrite;
      if (++writes > MANY && since < PACE) await settings.pause(PACE - since, settings.signal);
      lastWrite = settings.clock();
      const [method = "", path = ""] = route.split(" ");
      return await ask(shape, method, path, parameters);
    },
  };
}

function shown(path: string, parameters: Parameters): string {
  return visibleText(path.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? "")));
}
