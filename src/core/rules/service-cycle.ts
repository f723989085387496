import type { Finding } from "../finding.ts";
import type { Entry, KnowledgeBase } from "../knowledge-base/knowledge-base.ts";

/** Services that need each other: neither starts without the other. One note for each circle. */
export function serviceCycle({ services, look }: KnowledgeBase): readonly Finding[] {
  const findings: Finding[] = [];
  const finished = new Set<string>();
  const follow = (service: Entry<"service">, way: readonly string[]): void => {
    if (finished.has(service.id)) return;
    const here = [...way, service.id];
    for (const [index, id] of service.data.dependsOn.entries()) {
      const next = look.service.get(id);
      if (!next) continue;
      if (here.includes(id)) findings.push(findingOf(service, index, [...here.slice(here.indexOf(id)), id]));
      else follow(next, here);
    }
    finished.add(service.id);
  };
  for (const service of services) follow(service, []);
  return findings;
}

function findingOf({ file }: Entry<"service">, index: number, circle: readonly string[]): Finding {
  return {
    code: "service-cycle",
    message: `Unexpected circle of dependencies: ${circle.join(" → ")}`,
    spot: { file, field: ["dependsOn", index] },
  };
}
