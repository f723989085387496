import type { FieldPath, Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { epochOf, type Instant } from "../time.ts";
import { fileOfKind } from "./file-of-kind.ts";

interface RecordedInterval {
  readonly file: string;
  readonly at: FieldPath;
  readonly from: readonly [name: string, instant: Instant | undefined];
  readonly to: readonly [name: string, instant: Instant | undefined];
}

/** Intervals that end before or when they begin. */
export function intervalEmpty(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return [...ofIncidents(knowledgeBase), ...ofPlans(knowledgeBase)].flatMap(({ file, at, from, to }) => {
    if (from[1] === undefined || to[1] === undefined || epochOf(from[1]) < epochOf(to[1])) return [];
    return [
      {
        code: "interval-empty",
        message: `Unexpected \`${to[0]}\` at ${to[1]}, expected an instant after \`${from[0]}\` at ${from[1]}`,
        spot: { file, field: [...at, to[0]] },
        related: [{ spot: { file, field: [...at, from[0]] }, message: `\`${from[0]}\` stands here` }],
      },
    ];
  });
}

function spans(
  list: readonly { readonly from?: Instant | undefined; readonly to?: Instant | undefined }[],
  file: string,
  ...at: FieldPath
): RecordedInterval[] {
  return list.map(({ from, to }, index) => ({
    file,
    at: [...at, index],
    from: ["from", from],
    to: ["to", to],
  }));
}

function ofIncidents({ incidents }: KnowledgeBase): RecordedInterval[] {
  return incidents.flatMap(({ data, file }) => [
    ...spans(data.impact, file, "impact"),
    ...spans(data.roles, file, "roles"),
    ...spans(data.vendor?.attributed ?? [], file, "vendor", "attributed"),
    ...(data.exposure?.notifications ?? []).map(({ clockStarted, due }, index) => ({
      file,
      at: ["exposure", "notifications", index],
      from: ["clockStarted", clockStarted] as const,
      to: ["due", due] as const,
    })),
  ]);
}

function ofPlans(knowledgeBase: KnowledgeBase): RecordedInterval[] {
  const teams = fileOfKind(knowledgeBase, "teams");
  return [
    ...knowledgeBase.maintenance.flatMap(({ data, file }) =>
      "from" in data.schedule
        ? [
            {
              file,
              at: ["schedule"],
              from: ["from", data.schedule.from] as const,
              to: ["to", data.schedule.to] as const,
            },
          ]
        : [],
    ),
    ...knowledgeBase.onCallLogs.flatMap(({ data, file }) => spans(data.shifts, file, "shifts")),
    ...knowledgeBase.teams.teams.flatMap(({ roster }, index) =>
      spans(roster?.overrides ?? [], teams, "teams", index, "roster", "overrides"),
    ),
    ...knowledgeBase.suppressions.flatMap(({ data, file }) =>
      data.suppressions.map(({ from, until }, index) => ({
        file,
        at: ["suppressions", index],
        from: ["from", from] as const,
        to: ["until", until] as const,
      })),
    ),
  ];
}
