import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { MadeDocument } from "./make-content.ts";

const SINGLE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1>' +
  "{{ range .Params.timeline }}<p><time>{{ .at }}</time> {{ .text }}</p>{{ end }}{{ .Content }}" +
  '{{ range .Params.tags }}<a href="/tags/{{ . }}/">{{ . }}</a>{{ end }}</main></body></html>';
const LIST =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title></head><body><main><h1>{{ .Title }}</h1><ul>' +
  '{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main></body></html>';

/** The same documents as a Hugo site with the barest theme: a page each, lists and tag pages. */
export function writeHugo(folder: string, documents: readonly MadeDocument[]): void {
  mkdirSync(join(folder, "layouts", "_default"), { recursive: true });
  writeFileSync(
    join(folder, "config.toml"),
    'baseURL = "https://example.com/"\ntitle = "Bench"\n[taxonomies]\ntag = "tags"\n',
  );
  writeFileSync(join(folder, "layouts", "_default", "single.html"), SINGLE);
  writeFileSync(join(folder, "layouts", "_default", "list.html"), LIST);
  for (const document of documents) {
    mkdirSync(join(folder, "content", document.folder), { recursive: true });
    const body = document.body.replace(/<\/?[A-Z]\w*[^>]*>/g, "");
    writeFileSync(
      join(folder, "content", document.folder, `${document.id}.md`),
      `---\n${document.frontMatter}tags: [${document.tags.join(", ")}]\n---\n\n${body}\n`,
    );
  }
}
