import type { Site } from "../schemas/site.ts";

/** What site.yaml says of an alert: the first route whose labels it all carries. */
export function alertRoute(
  routes: Site["alerting"],
  alert: string,
  labels: Readonly<Record<string, string>> = {},
): Site["alerting"][number] | undefined {
  const carried = new Map([["alertname", alert], ...Object.entries(labels)]);
  return routes.find(({ labels: wanted }) =>
    Object.entries(wanted).every(([name, value]) => carried.get(name) === value),
  );
}
