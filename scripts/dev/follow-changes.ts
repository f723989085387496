import { watch } from "node:fs";

/** Editors write a file in several steps; one reading after the last of them is enough. */
const settled = 40;

/** Calls a function with the changed paths after changes have settled, one call at a time. Returns how to stop. */
export function followChanges(
  folder: string,
  act: (paths: ReadonlySet<string>) => Promise<void>,
): () => void {
  let timer: NodeJS.Timeout | undefined;
  let changed = new Set<string>();
  let running: Promise<void> = Promise.resolve();
  const watcher = watch(folder, { recursive: true }, (_, path) => {
    if (path) changed.add(path.replaceAll("\\", "/"));
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(() => {
        const paths = changed;
        changed = new Set();
        return act(paths);
      });
    }, settled);
  });
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
