import type { Finding } from "../core/finding.ts";
import { KINDS, type Kind } from "../core/schemas/kinds.ts";
import { ID_PATTERN } from "../core/schemas/scalars.ts";
import { nearest } from "../core/suggestion.ts";

/** What a path below the content folder stands for. */
export type PathKind =
  | { readonly kind: "document"; readonly of: Kind; readonly id: string }
  | { readonly kind: "asset" }
  | { readonly kind: "unknown"; readonly finding: Omit<Finding, "spot"> };

/** A path relative to the content folder → its kind and id. */
export function kindOfPath(path: string): PathKind {
  const parts = path.split("/");
  const name = parts.at(-1)!;
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  if (
    /^(png|jpe?g|webp|avif|gif)$/.test(extension ?? "") ||
    (parts[0] === "diagrams" && extension === "svg")
  ) {
    return /^[A-Za-z0-9._/-]+$/.test(path) ? { kind: "asset" } : badName(path);
  }
  for (const [kind, { at }] of Object.entries(KINDS) as [Kind, { at: string }][]) {
    if (at === path) return { kind: "document", of: kind, id: kind };
    const [folder, pattern] = at.split("/");
    if (pattern === undefined || parts[0] !== folder || parts.length !== 2) continue;
    const expected = pattern.slice(1);
    if (!name.endsWith(expected))
      return {
        kind: "unknown",
        finding: {
          code: "file-type",
          message: `Unexpected file \`${path}\`, expected files that end in ${expected} in ${folder}/`,
        },
      };
    const id = name.slice(0, -expected.length);
    return ID_PATTERN.test(id) ? { kind: "document", of: kind, id } : badName(path);
  }
  const places = Object.values(KINDS).map(({ at }) => at.split("/")[0]!);
  const guess = nearest(parts[0]!, places);
  return {
    kind: "unknown",
    finding: {
      code: "file-type",
      message: `Unexpected file \`${path}\`, which no kind of entry uses`,
      help:
        guess && guess !== parts[0]
          ? `Did you mean ${guess}?`
          : `Expected ${[...new Set(places)].join(", ")}, or pictures.`,
    },
  };
}

function badName(path: string): PathKind {
  return {
    kind: "unknown",
    finding: {
      code: "file-name",
      message: `Unexpected name ${JSON.stringify(path)}, expected lower-case letters, digits and hyphens`,
      help: "The name without its ending is the id: [a-z0-9][a-z0-9-]{0,80}.",
    },
  };
}
