import { acquireLock } from "../../locks/lock.ts";
import { currentNumber, outPlace } from "./out-place.ts";
import { abandonStaging, type Staging, stageSite } from "./stage.ts";
import { type Published, swapSite } from "./swap.ts";

/** Either a new site is shown, or the gates said no and the old one still is. */
export type PublishOutcome<Report> =
  | { readonly kind: "published"; readonly report: Report; readonly site: Published }
  | { readonly kind: "held-back"; readonly report: Report };

/** What publishing needs from its caller. */
export interface PublishSteps<Report> {
  /** Where the link goes, `dist/public`. */
  readonly out: string;
  /** Now, for the lock file. */
  readonly now: number;
  /** Whether `produce` can bring an older site up to date; the staging folder is empty otherwise. */
  readonly renews?: boolean;
  /** Fills the staging folder. */
  readonly produce: (staging: Staging) => Promise<void> | void;
  /** Judges what is in it. */
  readonly gate: (staging: Staging) => Promise<{ readonly passed: boolean; readonly report: Report }>;
}

/** The one order in which a site is published: own the place, lock, stage, produce, gate, swap, let go. */
export async function publishSite<Report>(steps: PublishSteps<Report>): Promise<PublishOutcome<Report>> {
  const place = outPlace(steps.out);
  currentNumber(place);
  const lock = acquireLock(place.lock, steps.now);
  try {
    const staging = stageSite(place, steps.renews);
    try {
      await steps.produce(staging);
      const { passed, report } = await steps.gate(staging);
      if (passed) return { kind: "published", report, site: swapSite(staging) };
      abandonStaging(staging);
      return { kind: "held-back", report };
    } catch (error) {
      if (currentNumber(place) !== staging.number) abandonStaging(staging);
      throw error;
    }
  } finally {
    lock.release();
  }
}
