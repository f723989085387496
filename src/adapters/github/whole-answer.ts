/** No answer, or half of one: what happened to it, and whether the request may have arrived. */
export class TransportFailure extends Error {
  readonly sent: boolean;

  constructor(message: string, sent: boolean, cause: unknown) {
    super(message, { cause });
    this.name = "TransportFailure";
    this.sent = sent;
  }
}

/** Most bytes of one answer. */
const MOST = 32 * 1024 * 1024;

/** A `fetch` whose answer is all there: a body that is cut, too long or too late is a failure, not an empty text. */
export async function wholeAnswer(address: string, init: RequestInit): Promise<Response> {
  try {
    const response = await fetch(address, init);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response.body ?? []) {
      bytes += (chunk as Uint8Array).length;
      if (bytes > MOST) throw new Error("answered with more than 32 MB");
      chunks.push(chunk as Uint8Array);
    }
    const empty = response.status === 204 || response.status === 205 || response.status === 304;
    return new Response(empty ? null : Buffer.concat(chunks), {
      status: response.status,
      headers: response.headers,
    });
  } catch (error) {
    throw new TransportFailure(wordsOf(error), mayHaveArrived(error), error);
  }
}

function wordsOf(error: unknown): string {
  const { name, message, cause } = error as Error & { cause?: { code?: string } };
  if (name === "TimeoutError") return "did not answer in time";
  if (message.startsWith("answered with")) return message;
  return `could not be reached, or its answer broke off${cause?.code === undefined ? "" : ` (${cause.code})`}`;
}

/** Only where there was no connection at all it is certain that nothing arrived. */
function mayHaveArrived(error: unknown): boolean {
  const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: string };
  return ![
    "ECONNREFUSED",
    "ENOTFOUND",
    "EAI_AGAIN",
    "EHOSTUNREACH",
    "ENETUNREACH",
    "UND_ERR_CONNECT_TIMEOUT",
  ].includes(code ?? "");
}
