import { editorSchemas } from "../schemas/editor-schemas.ts";
import { editorSnippets, SNIPPETS_FILE } from "../schemas/editor-snippets.ts";
import { KINDS } from "../schemas/kinds.ts";
import { SCHEMA_FOLDER } from "./starter-content.ts";
import type { StarterFile } from "./starter-wishes.ts";

/** Settings, schemas and a task for editors: completion while one writes, and problems at their lines. */
export function starterEditor(): StarterFile[] {
  return [
    json(".vscode/extensions.json", { recommendations: ["redhat.vscode-yaml", "unifiedjs.vscode-mdx"] }),
    json(".vscode/settings.json", { "yaml.schemas": Object.fromEntries(yamlSchemas()) }),
    json(".vscode/tasks.json", { version: "2.0.0", tasks: [CHECK_TASK] }),
    { path: SNIPPETS_FILE, text: editorSnippets() },
    ...[...editorSchemas()]
      .filter(([name]) => name !== "status.schema.json")
      .map(([name, text]) => ({ path: `${SCHEMA_FOLDER}/${name}`, text })),
  ];
}

function yamlSchemas(): [schema: string, files: string][] {
  return Object.entries(KINDS)
    .filter(([, { at }]) => at.endsWith(".yaml"))
    .map(([kind, { at }]) => [`./${SCHEMA_FOLDER}/${kind}.schema.json`, `content/${at}`]);
}

const CHECK_TASK = {
  label: "tidemark: check",
  type: "shell",
  command: "npx tidemark check --format github",
  group: { kind: "test", isDefault: true },
  presentation: { reveal: "never" },
  problemMatcher: {
    owner: "tidemark",
    source: "tidemark",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in
    fileLocation: ["relative", "${workspaceFolder}"],
    pattern: {
      regexp: "^::(error|warning|notice) file=([^,:]+),line=(\\d+),col=(\\d+)[^:]*::(.*)$",
      severity: 1,
      file: 2,
      line: 3,
      column: 4,
      message: 5,
    },
  },
};

function json(path: string, value: object): StarterFile {
  return { path, text: `${JSON.stringify(value, undefined, 2)}\n` };
}
