import { epochOf } from "../../time.ts";
import { clipIntervals, type Interval, totalOfIntervals } from "../intervals.ts";
import { inputOf } from "./counted.ts";
import type { Input, Measure } from "./measure.ts";

/** Minutes that were a vendor's. */
export const vendorDowntimeMeasure: Measure = {
  id: "vendor-downtime",
  name: "Downtime attributed to vendors",
  unit: "duration",
  formula: "union, for each vendor, of the `vendor.attributed` intervals that lie in the period",
  misleads: "It is what we put down to them, not what they admit.",
  of(scope) {
    const byVendor = new Map<string, Interval[]>();
    const inputs: Input[] = [];
    for (const incident of scope.incidents) {
      const { vendor } = incident.data;
      if (vendor === undefined) continue;
      const intervals = clipIntervals(
        vendor.attributed.map(({ from, to }) => ({ from: epochOf(from), to: epochOf(to) })),
        { from: scope.period.from, to: Math.min(scope.period.to, scope.now) },
      );
      if (intervals.length === 0) continue;
      byVendor.set(vendor.service, [...(byVendor.get(vendor.service) ?? []), ...intervals]);
      inputs.push(inputOf(incident, [["vendor", "attributed"]], totalOfIntervals(intervals)));
    }
    const parts = [...byVendor]
      .map(([name, intervals]) => ({ name, value: totalOfIntervals(intervals) }))
      .sort((a, b) => b.value - a.value || (a.name < b.name ? -1 : 1));
    const milliseconds = parts.reduce((sum, { value }) => sum + value, 0);
    return { value: { kind: "total", milliseconds, parts }, inputs, leftOut: [] };
  },
};
