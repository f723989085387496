import Prism from "prismjs";
import "prismjs/components/prism-bash.js";
import "prismjs/components/prism-diff.js";
import "prismjs/components/prism-docker.js";
import "prismjs/components/prism-go.js";
import "prismjs/components/prism-hcl.js";
import "prismjs/components/prism-http.js";
import "prismjs/components/prism-ini.js";
import "prismjs/components/prism-java.js";
import "prismjs/components/prism-json.js";
import "prismjs/components/prism-nginx.js";
import "prismjs/components/prism-promql.js";
import "prismjs/components/prism-python.js";
import "prismjs/components/prism-ruby.js";
import "prismjs/components/prism-rust.js";
import "prismjs/components/prism-sql.js";
import "prismjs/components/prism-toml.js";
import "prismjs/components/prism-typescript.js";
import "prismjs/components/prism-yaml.js";
import { escapeHtml } from "./escape-html.ts";

/** Longest code that is coloured; longer code is shown plain. */
const MAX_CODE = 12_000;

/** Code → HTML with token classes; an unknown language is only escaped. */
export function highlight(code: string, language: string | undefined): string {
  const name = language?.toLowerCase() ?? "";
  const grammar = Prism.languages[LANGUAGE_ALIASES[name] ?? name];
  if (!grammar || typeof grammar === "function" || code.length > MAX_CODE) return escapeHtml(code);
  return Prism.highlight(code, grammar, name);
}

const LANGUAGE_ALIASES: Readonly<Record<string, string>> = {
  sh: "bash",
  zsh: "bash",
  console: "bash",
  shellsession: "bash",
  dockerfile: "docker",
  terraform: "hcl",
  tf: "hcl",
  py: "python",
  rs: "rust",
  rb: "ruby",
  jsonc: "json",
  golang: "go",
};
