import { type Epoch, epochOf, type Instant } from "../src/core/time.ts";
import type { CommandContext } from "./command.ts";

/** The present of a command: `--as-of`, else site.yaml's `asOf`, else the instant at which it started. */
export function presentOf(
  context: Pick<CommandContext<unknown>, "asOf" | "now">,
  site: { readonly asOf?: Instant | undefined } | undefined,
): Epoch {
  const asOf = context.asOf ?? site?.asOf;
  return asOf === undefined ? context.now : epochOf(asOf);
}
