import { visibleText } from "../../core/reports/visible-text.ts";

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  readonly data: unknown;
}

/** What GitHub says about a refusal. */
export function messageOf(data: unknown): string {
  const { message } = (typeof data === "object" && data !== null ? data : {}) as { message?: unknown };
  return typeof message === "string" ? visibleText(message.slice(0, 300)) : "";
}
