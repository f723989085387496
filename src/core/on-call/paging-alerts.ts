import type { Entry } from "../knowledge-base/knowledge-base.ts";

/** An alert that wakes somebody, and the service that raises it. */
export interface PagingAlert {
  readonly service: Entry<"service">;
  readonly alert: Entry<"service">["data"]["alerts"][number];
  /** Position in the service's list, from 0. */
  readonly index: number;
}

/** The alerts of services that page, in the order of the files. */
export function pagingAlerts(services: readonly Entry<"service">[]): PagingAlert[] {
  return services.flatMap((service) =>
    service.data.alerts.flatMap((alert, index) =>
      alert.response === "page" ? [{ service, alert, index }] : [],
    ),
  );
}
