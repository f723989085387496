import { minimalFile } from "./content-folder.ts";
import { gitHubWorld, type World } from "./github-world.ts";

const MINUTE = 60_000;
/** Where the record of the incident stands. */
export const RECORD = "content/incidents/2026-04-01-checkout-fails.mdx";
/** What a person answered in the form. */
export const FORM = {
  severity: "SEV1: Critical",
  services: "checkout",
  visibility: "internal",
  started: "07:40Z",
};

/** A world in which an incident was declared ten minutes ago, with the number of its issue. */
export async function declaredIncident(now: number): Promise<{ world: World; issue: number }> {
  const world = await gitHubWorld(now, {
    "services/checkout.mdx": minimalFile("services/checkout.mdx").replace(
      /^owner:/m,
      "component: { name: Checkout }\nowner:",
    ),
    "teams.yaml": minimalFile(
      "teams.yaml",
      "{ handle: ada, role: Engineer }",
      "{ handle: ada, role: Engineer, github: ana }",
    ),
  });
  const issue = world.openIssue("Checkout fails", FORM);
  const ended = await world.declare(issue);
  if (ended.code !== 0) throw new Error(ended.said);
  world.now += 10 * MINUTE;
  return { world, issue };
}
