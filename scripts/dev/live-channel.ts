import type { ServerResponse } from "node:http";
import type { DevState } from "./state.ts";

/** Tells every open page at once what changed, by server-sent events. */
export class LiveChannel {
  readonly #open = new Set<ServerResponse>();
  #state: DevState | undefined;

  /** Keeps a response open and tells it how things stand now. */
  join(response: ServerResponse): void {
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    this.#open.add(response);
    response.on("close", () => this.#open.delete(response));
    response.write("retry: 500\n\n");
    if (this.#state) response.write(eventOf(this.#state));
  }

  /** Tells everybody. */
  tell(state: DevState): void {
    this.#state = state;
    for (const response of this.#open) response.write(eventOf(state));
  }

  /** Lets everybody go. */
  close(): void {
    for (const response of this.#open) response.end();
  }
}

function eventOf(state: DevState): string {
  return `data: ${JSON.stringify(state)}\n\n`;
}
