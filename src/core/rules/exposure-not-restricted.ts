import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Security and data incidents, and their postmortems, that more people may read than should. */
export function exposureNotRestricted({ incidents, postmortems, look }: KnowledgeBase): readonly Finding[] {
  return [
    ...incidents.flatMap(({ data, file }): Finding[] =>
      data.exposure === undefined || data.visibility === "restricted"
        ? []
        : [
            {
              code: "exposure-not-restricted",
              message: `Unexpected visibility \`${data.visibility}\` of an incident with an exposure, expected \`restricted\``,
              spot: { file, field: ["visibility"] },
              related: [
                { spot: { file, field: ["exposure"], name: true }, message: "The exposure stands here" },
              ],
            },
          ],
    ),
    ...postmortems.flatMap(({ data, file }): Finding[] => {
      const incident = data.incidents
        .map((id) => look.incident.get(id))
        .find((entry) => entry?.data.exposure !== undefined);
      if (!incident || data.visibility === "restricted") return [];
      return [
        {
          code: "exposure-not-restricted",
          message: `Unexpected visibility \`${data.visibility}\` of a postmortem on an exposure, expected \`restricted\``,
          spot: { file, field: ["visibility"] },
          related: [
            {
              spot: { file: incident.file, field: ["exposure"], name: true },
              message: "The exposure stands here",
            },
          ],
        },
      ];
    }),
  ];
}
