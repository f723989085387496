/** An address in a file's text → segments below the content folder; `undefined` when it leads out of it. */
export function contentPath(root: string, file: string, path: string): string[] | undefined {
  const segments = path.startsWith("/")
    ? []
    : file
        .slice(root.length + 1)
        .split("/")
        .slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") segments.push(step);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments;
}
