import type { Entry } from "../knowledge-base/knowledge-base.ts";
import { EMPTY_BODY } from "../markdown/body.ts";
import { KINDS } from "../schemas/kinds.ts";

/** What is known of an entry of which no more is needed than that it is there. */
export interface Named<K extends "incident" | "postmortem" | "runbook"> {
  readonly kind: K;
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly aliases: readonly string[];
}

const LONG_AGO = "1970-01-01T00:00:00Z";

const LEAST = {
  incident: KINDS.incident.schema.parse({
    title: "-",
    visibility: "internal",
    severity: { initial: "-", peak: "-" },
    services: ["none"],
    milestones: { detected: LONG_AGO },
  }),
  postmortem: KINDS.postmortem.schema.parse({
    title: "-",
    visibility: "internal",
    incidents: ["none"],
    state: "draft",
  }),
  runbook: KINDS.runbook.schema.parse({ title: "-", visibility: "internal" }),
};

/** An internal entry that others may refer to, and that says nothing itself. */
export function stubEntry<K extends keyof typeof LEAST>({
  kind,
  id,
  file,
  title,
  aliases,
}: Named<K>): Entry<K> {
  const data = { ...LEAST[kind], title, aliases: [...aliases], incidents: [], services: [] };
  return { kind, id, file, data: data as unknown as Entry<K>["data"], body: EMPTY_BODY };
}
