// `node scripts/editor-picture.ts`: draws docs/editor.svg from what yaml-language-server answers with the settings of this repository.
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { drawEditor } from "./editor/draw-editor.ts";
import { editorScenes } from "./editor/editor-scenes.ts";

const projectDir = resolve(import.meta.dirname, "..");
writeFileSync(join(projectDir, "docs", "editor.svg"), drawEditor(await editorScenes(projectDir)));
