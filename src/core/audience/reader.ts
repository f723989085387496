import type { Site } from "../schemas/site.ts";

/** Who reads a build, and what that allows. */
export interface Reader {
  /** `internal`, `public`, or an audience of site.yaml. */
  readonly id: string;
  /** Visibilities that it may read. */
  readonly visibilities: ReadonlySet<string>;
  /** Whether it reads everything of an entry: handles, internal text, teams. */
  readonly internal: boolean;
  /** Whether people appear by handle or by role. */
  readonly people: "handles" | "roles";
}

/** The reader that an audience's name stands for; `undefined` when site.yaml knows no such audience. */
export function readerOf(site: Site, audience: string): Reader | undefined {
  if (audience === "internal") {
    const visibilities = new Set(["internal", "public", ...site.audiences.map(({ id }) => id)]);
    visibilities.delete("restricted");
    return { id: audience, visibilities, internal: true, people: "handles" };
  }
  if (audience === "public")
    return { id: audience, visibilities: new Set(["public"]), internal: false, people: "roles" };
  const named = site.audiences.find(({ id }) => id === audience);
  if (!named) return undefined;
  const visibilities = new Set([...named.includes, named.id]);
  return { id: audience, visibilities, internal: visibilities.has("internal"), people: named.people };
}
