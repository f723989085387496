import type { ServedRepository } from "./repository.ts";

/** A request as a rule sees it. */
export interface Asked {
  readonly repository: ServedRepository;
  readonly fullName: string;
  /** What stands in the places of the path. */
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  /** Whose token it is. */
  readonly author: string;
  /** The instant, as GitHub writes it. */
  readonly now: string;
}

/** What a rule answers. */
export interface Answered {
  readonly status: number;
  readonly body?: unknown;
}

/** One endpoint: what it does, and the page of GitHub's documentation (docs.github.com/rest) that says so. */
export interface Rule {
  readonly route: `${"GET" | "POST" | "PATCH" | "PUT" | "DELETE"} ${string}`;
  readonly cites: string;
  readonly answer: (asked: Asked) => Answered;
}

/** The answer 404. */
export const absent: Answered = { status: 404, body: { message: "Not Found", status: "404" } };

/** The answer 422 with GitHub's words. */
export function invalid(message: string, ...errors: unknown[]): Answered {
  return { status: 422, body: { message, errors, status: "422" } };
}

/** One page of a list (`per_page`, `page`). */
export function pageOf(list: readonly unknown[], query: URLSearchParams): Answered {
  const size = Math.min(100, Number(query.get("per_page") ?? 30));
  const page = Number(query.get("page") ?? 1);
  return { status: 200, body: list.slice((page - 1) * size, page * size) };
}

/** The texts in a list. */
export function textsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
}
