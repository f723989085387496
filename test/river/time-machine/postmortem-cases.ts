import { minimalFile } from "../../support/content-folder.ts";
import type { Case } from "./case.ts";

const POSTMORTEM = "postmortems/2026-03-14-checkout-timeouts.mdx";

/** What becomes known of a postmortem and its action items. */
export const POSTMORTEM_CASES: readonly Case[] = [
  [
    "a postmortem",
    {
      [POSTMORTEM]: minimalFile(POSTMORTEM, "drafted: 2026-03-16T10:00:00Z", "drafted: 2026-03-21T10:00:00Z"),
    },
    { [POSTMORTEM]: undefined },
  ],
  [
    "that a postmortem is final",
    {
      [POSTMORTEM]: minimalFile(
        POSTMORTEM,
        "finalized: 2026-03-20T15:00:00Z",
        "finalized: 2026-03-21T10:00:00Z",
      ),
    },
    {
      [POSTMORTEM]: minimalFile(POSTMORTEM, "finalized: 2026-03-20T15:00:00Z\n").replace(
        "state: final",
        "state: in-review",
      ),
    },
  ],
  [
    "an action item",
    { [POSTMORTEM]: items("opened: 2026-03-21") },
    { [POSTMORTEM]: items("opened: 2026-03-25") },
  ],
  [
    "that an item was done",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace("status: open", "status: done\n    done: 2026-03-21"),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
  [
    "that an item was dropped",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace(
        "status: open",
        "status: dropped\n    dropped: 2026-03-21\n    reason: Moot",
      ),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
  [
    "that an item slipped",
    {
      [POSTMORTEM]: items("opened: 2026-03-17").replace(
        "status: open",
        "status: open\n    slips: [{ to: 2026-05-01, on: 2026-03-21, reason: Busy }]",
      ),
    },
    { [POSTMORTEM]: items("opened: 2026-03-17") },
  ],
];

function items(opened: string): string {
  return minimalFile(POSTMORTEM, "opened: 2026-03-20", opened);
}
