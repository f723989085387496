import { addToDate } from "../../action-items/add-duration.ts";
import type { Runbook } from "../../schemas/runbook.ts";
import { type Epoch, endOfDay } from "../../time.ts";

/** Why a runbook cannot be relied on: it was never verified, or not within its review interval; absent where it was. */
export function verificationLack(
  { verified, reviewEvery }: Runbook,
  zone: string,
  now: Epoch,
): string | undefined {
  if (verified === undefined) return "never verified";
  return now < endOfDay(addToDate(verified.on, reviewEvery), zone) ? undefined : `last on ${verified.on}`;
}
