import { slugOf } from "../markdown/entry-id.ts";
import { UNASSIGNED_SERVICE } from "../markdown/incident-record.ts";
import { writeFrontMatter } from "../markdown/write-front-matter.ts";
import { asLine } from "./as-line.ts";
import type { ForeignComponent, ForeignHistory } from "./foreign-history.ts";

/** The services that components are, and the files of those that are new. */
export interface ComponentIds {
  /** Ids of the services that names stand for; the stand-in where an event names none. */
  readonly of: (names: readonly string[]) => string[];
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

/** Gives every component a service: the one that has its name, else a new one that customers see as a component. */
export function componentIds(
  history: ForeignHistory,
  { services, owner }: { readonly services: ReadonlyMap<string, string>; readonly owner: string },
): ComponentIds {
  const known = new Map(services);
  const taken = new Set(services.values());
  const files: { path: string; text: string }[] = [];
  const named = new Set(history.components.map(({ name }) => name.toLowerCase()));
  const unlisted = history.events
    .flatMap(({ components }) => components)
    .filter((name) => !named.has(name.toLowerCase()) && named.add(name.toLowerCase()))
    .map((name): ForeignComponent => ({ name }));
  for (const [position, component] of [...history.components, ...unlisted].entries()) {
    const { name } = component;
    if (known.has(name.toLowerCase())) continue;
    const id = freeId(slugOf(name) || "component", taken);
    taken.add(id);
    known.set(name.toLowerCase(), id);
    files.push({ path: `services/${id}.mdx`, text: serviceText(component, owner, position) });
  }
  return {
    of: (names) => {
      const ids = names.flatMap((name) => known.get(name.toLowerCase()) ?? []);
      return ids.length > 0 ? [...new Set(ids)] : [UNASSIGNED_SERVICE];
    },
    files,
  };
}

function serviceText(component: ForeignComponent, owner: string, position: number): string {
  const { name, group, description, showcase, onlyShowIfDegraded, since } = component;
  const words = description === undefined ? undefined : asLine(description);
  return `${writeFrontMatter({
    title: asLine(name),
    description: words,
    owner,
    component: {
      name: asLine(name),
      group: group === undefined ? undefined : asLine(group),
      description: words,
      position,
      showcase: showcase === false ? false : undefined,
      onlyShowIfDegraded: onlyShowIfDegraded ? true : undefined,
      since,
    },
  })}\nImported with the history of a status page. Say here what it is and who owns it.\n`;
}

function freeId(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted.slice(0, 76)}-${number}`;
    if (!taken.has(id)) return id;
  }
}
