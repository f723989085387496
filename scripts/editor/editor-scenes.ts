import { askLanguageServer } from "./ask-language-server.ts";
import type { EditorScene } from "./draw-editor.ts";

const FILE = "content/changes/2026-10.yaml";
const WRITTEN = ["changes:", "  - id: deploy-1", "    at: 2026-10-01T08:00:00Z"];
const MISTAKEN = [
  ...WRITTEN,
  "    kind: deploymnt",
  "    services: [checkout]",
  "    what: A release",
  "    servce: checkout",
  "    ",
];
const CHOOSING = [...WRITTEN, "    services: [checkout]", "    what: A release", "    kind: "];

/** What somebody meets who writes a file of changes: values to choose from, a misspelt value and a misspelt field, and the fields that are left. */
export async function editorScenes(projectDir: string): Promise<EditorScene[]> {
  const scenes = [
    { title: `${FILE}: what may stand here`, lines: CHOOSING },
    { title: `${FILE}: what is wrong, and what else there is`, lines: MISTAKEN },
  ];
  const told: EditorScene[] = [];
  for (const { title, lines } of scenes) {
    const text = lines.join("\n");
    const at = { line: lines.length - 1, character: lines.at(-1)!.length };
    const answer = await askLanguageServer({ projectDir, file: FILE, text, at });
    told.push({ title, text, at, answer });
  }
  return told;
}
