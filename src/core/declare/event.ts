// What is read of the events that GitHub hands to a workflow; whatever else they hold is passed over.
import { z } from "zod";
import { shapeProblems } from "../alerts/normalised-alerts.ts";
import { instant } from "../schemas/scalars.ts";

const account = z.object({ login: z.string().min(1).max(100), type: z.string().optional() });

const issue = z.object({
  number: z.number().int().min(1),
  title: z.string().max(1_000),
  body: z.string().max(70_000).nullish(),
  html_url: z.string(),
  created_at: instant,
  user: account,
  labels: z
    .array(z.union([z.string(), z.object({ name: z.string() })]))
    .default([])
    .transform((labels) => labels.map((label) => (typeof label === "string" ? label : label.name))),
  pull_request: z.unknown().optional(),
});

/** An `issues` event. */
export const issuesEvent = z.object({
  action: z.string(),
  issue,
  label: z.object({ name: z.string() }).nullish(),
  sender: account,
});

/** An `issue_comment` event. */
export const commentEvent = z.object({
  action: z.string(),
  issue,
  comment: z.object({
    id: z.number().int().min(1),
    body: z.string().max(70_000),
    html_url: z.string(),
    created_at: instant,
    user: account,
  }),
  sender: account,
});

const source = z.enum(["alertmanager", "pagerduty", "grafana", "generic"]).optional();

/** A `repository_dispatch` event: the notification itself, or under `payload` with its source beside it. */
export const repositoryDispatch = z.object({
  action: z.string(),
  client_payload: z.record(z.string(), z.unknown(), "is no object"),
});

/** A `workflow_dispatch` event, whose inputs are texts. */
export const workflowDispatch = z.object({
  inputs: z.object({
    payload: z.string("is missing, expected a notification as JSON"),
    source: source.or(z.literal("")),
  }),
});

export type IssuesEvent = z.output<typeof issuesEvent>;
export type CommentEvent = z.output<typeof commentEvent>;

/** The shape of one kind of event. */
export type EventShape<Value> = z.ZodType<Value>;

/** A value as an event of one kind, or what it lacks. */
export function readEventAs<Value>(
  shape: EventShape<Value>,
  value: unknown,
):
  | { readonly ok: true; readonly event: Value }
  | { readonly ok: false; readonly problems: readonly string[] } {
  const read = shape.safeParse(value);
  return read.success ? { ok: true, event: read.data } : { ok: false, problems: shapeProblems(read.error) };
}
