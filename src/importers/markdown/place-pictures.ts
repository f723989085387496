import { slugOf } from "./entry-id.ts";

/** Pictures of the imported folder → their places in the content folder, by names that every disk and address can hold. */
export function placePictures(source: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const path of [...paths].sort()) {
    const dot = path.lastIndexOf(".");
    const ending = path.slice(dot + 1).toLowerCase();
    const steps = path
      .slice(0, dot)
      .split("/")
      .map((step) => slugOf(step) || "picture");
    const stem = ["images", slugOf(source) || "import", ...steps].join("/");
    let place = `${stem}.${ending}`;
    for (let number = 2; taken.has(place); number++) place = `${stem}-${number}.${ending}`;
    taken.add(place);
    places.set(path, place);
  }
  return places;
}
