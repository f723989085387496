import type { Runbook } from "../../schemas/runbook.ts";

/** What automation needs before it may be trusted and does not have: a way back, a canary, a validation. */
export function automationLacks({
  wayBack,
  canary,
  validated,
}: NonNullable<Runbook["automation"]>): string[] {
  return [
    ...(wayBack === undefined ? ["way back"] : []),
    ...(canary === undefined ? ["canary"] : []),
    ...(validated === undefined ? ["validation"] : []),
  ];
}
