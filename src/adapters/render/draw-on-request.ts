// A drawing process that stays: reads one request a line, draws the page anew from the facts as they stand, answers a line.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [entry, out, base] = process.argv.slice(2) as [string, string, string];
const { app, forgetFacts } = (await import(pathToFileURL(entry).href)) as {
  app: { render(request: Request): Promise<Response> };
  forgetFacts: () => void;
};

for await (const line of createInterface({ input: process.stdin })) {
  const { path, file } = JSON.parse(line) as { path: string; file: string };
  process.stdout.write(`${JSON.stringify(await draw(path, file))}\n`);
}

async function draw(path: string, file: string): Promise<{ problem?: string }> {
  try {
    forgetFacts();
    const response = await app.render(new Request(`http://site.invalid${base}${path.slice(1)}`));
    const html = await response.text();
    if (response.status !== 200) return { problem: `status ${response.status}: ${html.slice(0, 500)}` };
    writeFileSync(join(out, file), html);
    return {};
  } catch (error) {
    return { problem: String(error) };
  }
}
