import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A place in a text, lines and columns from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** What the server inside VS Code's YAML extension says of a text. */
export interface EditorAnswer {
  readonly problems: readonly {
    readonly message: string;
    readonly range: { readonly start: Place; readonly end: Place };
  }[];
  /** What it offers at the place, in its order. */
  readonly offers: readonly { readonly label: string; readonly words: string }[];
}

/** What to ask: a file of the content, which need not be there, its text, and where somebody is typing. */
export interface EditorQuestion {
  readonly projectDir: string;
  /** `content/changes/2026-10.yaml`. */
  readonly file: string;
  readonly text: string;
  readonly at: Place;
}

/** Asks yaml-language-server over its standard streams, with the settings of this repository for VS Code and nothing else. */
export async function askLanguageServer({
  projectDir,
  file,
  text,
  at,
}: EditorQuestion): Promise<EditorAnswer> {
  const settings = JSON.parse(readFileSync(join(projectDir, ".vscode", "settings.json"), "utf8"));
  const program = createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server");
  const child = spawn(process.execPath, [program, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
  const root = pathToFileURL(projectDir).href;
  const uri = `${root}/${file}`;
  const open = new Map<number, (result: unknown) => void>();
  let problems: (value: EditorAnswer["problems"]) => void;
  const told = new Promise<EditorAnswer["problems"]>((resolve) => (problems = resolve));
  const send = (message: object) => {
    const body = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  };
  const ask = (id: number, method: string, params: object) =>
    new Promise<unknown>((resolve) => {
      open.set(id, resolve);
      send({ id, method, params });
    });
  const failed = new Promise<never>((_, reject) => {
    child.on("error", reject);
    child.on("close", (code) => reject(new Error(`yaml-language-server ended with ${code}`)));
  });
  readMessages(child.stdout, ({ id, method, params, result }) => {
    if (method === undefined) open.get(id as number)?.(result);
    else if (method === "textDocument/publishDiagnostics") {
      if (params.uri === uri && params.diagnostics.length > 0) problems(params.diagnostics);
    } else if (id !== undefined)
      send({
        id,
        result:
          method === "workspace/configuration"
            ? params.items.map(({ section }: { section: string }) =>
                section === "yaml" ? yamlOf(settings) : null,
              )
            : null,
      });
  });
  const talk = async (): Promise<EditorAnswer> => {
    await ask(1, "initialize", {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: "knowledge" }],
      capabilities: {
        workspace: { configuration: true, workspaceFolders: true },
        textDocument: { completion: { completionItem: { documentationFormat: ["plaintext"] } } },
      },
    });
    send({ method: "initialized", params: {} });
    send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: yamlOf(settings) } } });
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text } },
    });
    const marked = await told;
    const answer = (await ask(2, "textDocument/completion", {
      textDocument: { uri },
      position: at,
    })) as { items: { label: string; documentation?: string | { value: string } }[] };
    const offers = answer.items.map(({ label, documentation }) => ({
      label,
      words: typeof documentation === "string" ? documentation : (documentation?.value ?? ""),
    }));
    return { problems: marked, offers };
  };
  try {
    return await Promise.race([talk(), failed]);
  } finally {
    failed.catch(() => {});
    child.kill();
  }
}

function yamlOf(settings: Record<string, unknown>): object {
  return {
    schemas: settings["yaml.schemas"],
    validate: true,
    completion: true,
    hover: true,
    schemaStore: { enable: false },
  };
}

/** Messages of the protocol: a length, an empty line, JSON of that length. */
// biome-ignore lint/suspicious/noExplicitAny: the protocol's messages are of many shapes
function readMessages(stream: NodeJS.ReadableStream, take: (message: any) => void): void {
  let waiting = Buffer.alloc(0);
  stream.on("data", (chunk: Buffer) => {
    waiting = Buffer.concat([waiting, chunk]);
    for (;;) {
      const head = waiting.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(waiting.toString("latin1", 0, head))?.[1]);
      if (head < 0 || waiting.length < head + 4 + length) return;
      const body = waiting.toString("utf8", head + 4, head + 4 + length);
      waiting = waiting.subarray(head + 4 + length);
      take(JSON.parse(body));
    }
  });
}
