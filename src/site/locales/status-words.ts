import type { ComponentState, Level } from "../../core/status/component-state.ts";
import type { DayKind } from "../../core/status/day-bars.ts";
import type { Overall } from "../../core/status/roll-up.ts";
import type { StatusUpdate } from "../../core/views/status/status-facts.ts";
import { statusAr } from "./status-ar.ts";
import { statusDe } from "./status-de.ts";
import { statusEn } from "./status-en.ts";

/** Every word of the status pages in one language. */
export interface StatusWords {
  /** Name of the language in itself. */
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Tag by which dates and numbers are written. */
  readonly format: string;
  readonly title: string;
  readonly overall: Readonly<Record<Overall["description"], string>>;
  readonly component: Readonly<Record<ComponentState, string>>;
  readonly level: Readonly<Record<Level, string>>;
  readonly day: Readonly<Record<DayKind, string>>;
  readonly update: Readonly<Record<StatusUpdate["status"], string>>;
  readonly cancelled: string;
  readonly works: (fine: number, all: number) => string;
  readonly asOf: string;
  readonly stale: string;
  /** The device keeps this page, as the version that follows. */
  readonly kept: string;
  /** This is the copy that the device has kept, of the version that follows. */
  readonly keptHere: string;
  readonly components: string;
  readonly others: string;
  readonly incidents: string;
  readonly affected: string;
  readonly workaround: string;
  readonly concerns: string;
  readonly everybody: string;
  readonly regions: string;
  readonly plans: string;
  readonly nextUpdate: string;
  readonly since: string;
  readonly allUpdates: string;
  readonly planned: string;
  readonly expected: string;
  readonly overrun: string;
  readonly recent: string;
  readonly resolvedAfter: string;
  readonly noRecent: string;
  readonly history: string;
  readonly subscribe: string;
  readonly machines: string;
  readonly calendar: string;
  readonly daysAgo: string;
  readonly today: string;
  /** The days of a component without any downtime, where others had some. */
  readonly otherDays: string;
  readonly noDowntime: string;
  readonly soFar: string;
  readonly how: string;
  readonly formula: (weighting: string) => string;
  readonly weighting: Readonly<Record<"outages" | "weighted" | "any-impact", string>>;
  readonly zone: (place: string) => string;
  readonly help: string;
  readonly languages: string;
  readonly back: string;
  readonly years: string;
  readonly quiet: string;
  readonly maintenance: string;
  readonly postmortem: string;
  readonly noComponents: string;
  readonly hours: string;
  readonly minutes: string;
  readonly days: string;
}

const ALL: Readonly<Record<string, StatusWords>> = { en: statusEn, de: statusDe, ar: statusAr };

/** The words of a language; English where the site names one that nobody has written yet. */
export function statusWords(locale: string): StatusWords {
  return ALL[locale] ?? ALL[locale.slice(0, 2)] ?? statusEn;
}
