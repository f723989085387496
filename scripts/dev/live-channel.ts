import type { ServerResponse } from "node:http";
import type { DevState } from "./state.ts";

/** Tells every open page at once what changed, by server-sent events. */
export class LiveChannel {
  readonly #open = new Map<ServerResponse, string>();
  #state: DevState | undefined;

  /** Keeps the response of somebody who looks at a page open, and tells it how things stand now. */
  join(response: ServerResponse, page: string): void {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    this.#open.set(response, page);
    response.on("close", () => this.#open.delete(response));
    response.write("retry: 500\n\n");
    if (this.#state) response.write(eventOf(this.#state));
  }

  /** The pages that somebody looks at. */
  pages(): ReadonlySet<string> {
    return new Set(this.#open.values());
  }

  /** Tells everybody. */
  tell(state: DevState): void {
    this.#state = state;
    for (const response of this.#open.keys()) response.write(eventOf(state));
  }

  /** Lets everybody go. */
  close(): void {
    for (const response of this.#open.keys()) response.end();
  }
}

function eventOf(state: DevState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
