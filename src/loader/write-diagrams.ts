import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The drawings that lie in a content folder, as paths below it. */
export function standingDiagrams(contentFolder: string): string[] {
  try {
    return readdirSync(join(contentFolder, "diagrams"))
      .filter((name) => /^[0-9a-f]{32}\.svg$/.test(name))
      .map((name) => `diagrams/${name}`)
      .sort();
  } catch {
    return [];
  }
}

/** Writes a drawing into the content folder, whole or not at all. */
export function writeDiagram(contentFolder: string, path: string, svg: string): void {
  const target = join(contentFolder, path);
  const temporary = `${target}.${process.pid}.tmp`;
  mkdirSync(dirname(target), { recursive: true });
  try {
    writeFileSync(temporary, svg);
    renameSync(temporary, target);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Takes a drawing away that no diagram needs. */
export function removeDiagram(contentFolder: string, path: string): void {
  rmSync(join(contentFolder, path), { force: true });
}
