import type { Projection } from "../../audience/project.ts";
import type { Level } from "../../status/component-state.ts";
import { statusId } from "../../status/status-id.ts";
import type { AffectedComponent } from "./status-facts.ts";

/** Services with what is said of them → the components of the page among them. */
export function affectedComponents(
  { look }: Projection,
  said: readonly { readonly service: string; readonly level: Level }[],
): AffectedComponent[] {
  return said.flatMap(({ service, level }) => {
    const data = look.service.get(service)?.data;
    if (data?.component === undefined) return [];
    return [
      {
        id: service,
        code: statusId("component", { id: service, aliases: data.aliases }),
        name: data.component.name,
        level,
      },
    ];
  });
}
