// The drawing process: reads a request from standard input, draws each page with the compiled site, writes it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

interface Request {
  readonly entry: string;
  readonly out: string;
  readonly base: string;
  readonly paths: readonly string[];
}

const request = JSON.parse(readFileSync(0, "utf8")) as Request;
const { app } = (await import(pathToFileURL(request.entry).href)) as { app: { render(request: globalThis.Request): Promise<Response> } };

const made = new Set<string>();
for (const path of request.paths) {
  const address = `http://site.invalid${request.base}${path.slice(1)}`;
  const response = await app.render(new Request(address));
  const html = await response.text();
  if (response.status !== 200) throw new Error(`${path} was answered with status ${response.status}: ${html.slice(0, 500)}`);
  const file = join(request.out, path.endsWith("/") ? `${path}index.html` : path);
  const home = dirname(file);
  if (!made.has(home)) mkdirSync(home, { recursive: true });
  made.add(home);
  writeFileSync(file, html);
}
