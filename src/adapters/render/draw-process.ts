// The drawing process: reads a request from standard input, draws each page with the compiled site, writes it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

interface Request {
  readonly entry: string;
  readonly out: string;
  readonly base: string;
  readonly pages: readonly { readonly path: string; readonly file: string }[];
}

const request = JSON.parse(readFileSync(0, "utf8")) as Request;
const { app } = (await import(pathToFileURL(request.entry).href)) as {
  app: { render(request: globalThis.Request): Promise<Response> };
};

for (const { path, file } of request.pages) {
  const response = await app.render(new Request(`http://site.invalid${request.base}${path.slice(1)}`));
  const html = await response.text();
  if (response.status !== 200)
    throw new Error(`${path} was answered with status ${response.status}: ${html.slice(0, 500)}`);
  writeFileSync(join(request.out, file), html);
}
