import type { Objective } from "../../core/schemas/service.ts";
import type { SloDocument, SloProblem } from "./slo-document.ts";

const CALENDAR = new Map([
  ["1w", "week"],
  ["1M", "month"],
  ["1Q", "quarter"],
  ["1Y", "year"],
] as const);

/** The window of an OpenSLO objective, or what content cannot say of it. */
export function windowOf(
  document: SloDocument,
  zone: string,
): { window?: Objective["window"]; problems: SloProblem[] } {
  const at = ["spec", "timeWindow", 0] as const;
  const text = document.text(...at, "duration");
  const refuse = (message: string) => ({
    problems: [document.problem("unsupported-window", message, true, ...at, "duration")],
  });
  if (text === undefined) return refuse("Expected `timeWindow` with a `duration` such as 28d, found none");
  const rolling =
    document.value(...at, "isRolling") !== false && document.value(...at, "calendar") === undefined;
  const match = /^([1-9]\d{0,3})([mhdwMQY])$/.exec(text);
  if (!match)
    return refuse(`Unexpected duration \`${text}\`, expected a number and one of m, h, d, w, M, Q, Y`);
  const [, count, unit] = match as unknown as [string, string, string];
  if (unit === "m")
    return refuse(
      `Unexpected window of ${count} min: in OpenSLO \`m\` is a minute; if a month is meant, it is written 1M`,
    );
  if (rolling) {
    const days = { d: 1, w: 7 }[unit as "d" | "w"];
    if (days !== undefined) return { window: { rolling: `${Number(count) * days}d` }, problems: [] };
    if (unit === "h") return { window: { rolling: `${count}h` }, problems: [] };
    return refuse(
      `Unexpected rolling window \`${text}\`, expected days or weeks: months, quarters and years differ in length, so 1M may be 30d`,
    );
  }
  const calendar = CALENDAR.get(text as "1w");
  if (calendar === undefined)
    return refuse(`Unexpected calendar window \`${text}\`, expected 1w, 1M, 1Q or 1Y`);
  const named = document.text(...at, "calendar", "timeZone");
  const lost =
    named === undefined || named === zone
      ? []
      : [
          document.problem(
            "calendar-zone",
            `Calendar windows begin at midnight of the site's zone, ${zone}; \`${named}\` and the start are not kept`,
            false,
            ...at,
            "calendar",
            "timeZone",
          ),
        ];
  return { window: { calendar }, problems: lost };
}
