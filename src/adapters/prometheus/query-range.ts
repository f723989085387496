import type { Sample } from "../../core/reliability/objectives/measured-days.ts";

/** What is asked of a Prometheus. */
export interface RangeRequest {
  /** Its address, with a path where it lies below one. */
  readonly address: string;
  readonly query: string;
  /** Seconds since 1970, both included. */
  readonly from: number;
  readonly to: number;
  /** Seconds from sample to sample. */
  readonly step: number;
  /** How long one answer may take, in milliseconds. */
  readonly timeout: number;
  readonly signal: AbortSignal;
  readonly token?: string;
}

/** The samples of one series, or why there are none: `remote` is worth retrying, `refused` is not. */
export type RangeAnswer =
  | { readonly ok: true; readonly samples: readonly Sample[] }
  | { readonly ok: false; readonly why: "remote" | "refused"; readonly message: string };

/** Most bytes of an answer that are read. */
const MOST = 32 * 1024 * 1024;

/** Asks for one series over a time. It follows no redirect, so that neither query nor token reach another host. */
export async function queryRange(request: RangeRequest): Promise<RangeAnswer> {
  const address = `${request.address.replace(/\/+$/, "")}/api/v1/query_range`;
  const { query, from, to, step, token } = request;
  const deadline = AbortSignal.timeout(request.timeout);
  try {
    const response = await fetch(address, {
      method: "POST",
      body: new URLSearchParams({ query, start: String(from), end: String(to), step: String(step) }),
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      redirect: "manual",
      signal: AbortSignal.any([deadline, request.signal]),
    });
    const { status } = response;
    if (status >= 300 && status < 400) {
      await response.body?.cancel();
      return refused(
        `${address} redirects to ${response.headers.get("location") ?? "somewhere else"}; name that address itself if it is meant`,
      );
    }
    const text = await bodyOf(response);
    if (text === undefined) return refused(`${address} answers with more than 32 MB`);
    if (status === 429 || status >= 500) return remote(`${address} answers with ${status}${wordsOf(text)}`);
    if (status !== 200) return refused(`${address} answers with ${status}${wordsOf(text)}`);
    return samplesIn(text, address);
  } catch (error) {
    if (request.signal.aborted) throw request.signal.reason;
    if (deadline.aborted) return remote(`${address} did not answer within ${request.timeout / 1000} s`);
    return remote(`${address} cannot be reached${causeOf(error)}`);
  }
}

async function bodyOf(response: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).length;
    if (bytes > MOST) return undefined;
    text += decoder.decode(chunk as Uint8Array, { stream: true });
  }
  return text + decoder.decode();
}

function samplesIn(text: string, address: string): RangeAnswer {
  const answer = parsed(text) as
    | { status?: unknown; data?: { resultType?: unknown; result?: unknown } }
    | undefined;
  const result = answer?.data?.result;
  if (answer?.status !== "success" || answer.data?.resultType !== "matrix" || !Array.isArray(result))
    return refused(`${address} does not answer as Prometheus does`);
  if (result.length === 0) return { ok: true, samples: [] };
  if (result.length > 1)
    return refused(`the query answers with ${result.length} series, expected one: put sum() around it`);
  const values = (result[0] as { values?: unknown }).values;
  if (!Array.isArray(values)) return refused(`${address} does not answer as Prometheus does`);
  return {
    ok: true,
    samples: values.map((pair): Sample => {
      const [at, value] = pair as [unknown, unknown];
      return [Number(at), Number(value)];
    }),
  };
}

/** What Prometheus says about a query that it refuses. */
function wordsOf(text: string): string {
  const { error } = (parsed(text) ?? {}) as { error?: unknown };
  return typeof error === "string" ? `: ${error.slice(0, 300)}` : "";
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function causeOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause as { code?: unknown } | undefined) : undefined;
  return typeof cause?.code === "string" ? ` (${cause.code})` : "";
}

function remote(message: string): RangeAnswer {
  return { ok: false, why: "remote", message };
}

function refused(message: string): RangeAnswer {
  return { ok: false, why: "refused", message };
}
