import matter from "gray-matter";

/** The two parts of an MDX file, or why they cannot be told apart. */
export type Split =
  | {
      readonly ok: true;
      readonly yaml: string;
      readonly yamlLine: number;
      readonly body: string;
      readonly bodyLine: number;
    }
  | {
      readonly ok: false;
      readonly code:
        | "front-matter-missing"
        | "front-matter-unclosed"
        | "front-matter-language"
        | "line-too-long"
        | "file-empty";
      readonly message: string;
      readonly line: number;
    };

const refuse = {
  parse(): never {
    throw new Error("front matter is YAML and never runs");
  },
  stringify(): never {
    throw new Error("front matter is not written this way");
  },
};

/** gray-matter only splits here: every engine that could read or run anything is replaced. */
const SPLIT_ONLY = {
  engines: {
    yaml: { parse: () => ({}), stringify: refuse.stringify },
    json: refuse,
    toml: refuse,
    js: refuse,
    javascript: refuse,
    coffee: refuse,
    cson: refuse,
  },
  language: "yaml",
};

/** Most blank characters and line ends in a row; gray-matter's time grows with their square. */
const MAX_BLANK = 400;
const BLANK_RUN = new RegExp(`\\s{${MAX_BLANK + 1}}`);

/** Text with LF line ends and no byte-order mark → front matter and body, each with its first line. */
export function splitFrontMatter(text: string): Split {
  if (text.trim() === "")
    return problem("file-empty", "Unexpected empty file, expected front matter between two lines of ---", 1);
  const opening = /^---([^\n]*)(?:\n|$)/.exec(text);
  if (!opening)
    return problem(
      "front-matter-missing",
      "Expected front matter: the file must begin with a line of ---",
      1,
    );
  const language = opening[1]!.trim().slice(0, 30);
  if (language !== "")
    return problem(
      "front-matter-language",
      `Unexpected \`---${language}\`, expected --- alone: front matter is YAML and never runs`,
      1,
    );
  if (!text.includes("\n---", 3))
    return problem(
      "front-matter-unclosed",
      "Unexpected end of file in the front matter, expected a closing line of ---",
      1,
    );
  const blank = BLANK_RUN.exec(text.slice(0, text.indexOf("\n---", 3)));
  if (blank)
    return problem(
      "line-too-long",
      `Unexpected run of more than ${MAX_BLANK} blank characters in the front matter`,
      1 + linesIn(text.slice(0, blank.index)),
    );
  const split = matter(text, SPLIT_ONLY);
  const closing = 2 + linesIn(split.matter);
  const rest = text.slice(3 + split.matter.length + "\n---".length);
  if (!/^[ \t]*(?:\n|$)/.test(rest))
    return problem(
      "front-matter-unclosed",
      `Unexpected \`---${rest.slice(0, 20).split("\n")[0]}\`, expected a closing line of --- alone`,
      closing,
    );
  return {
    ok: true,
    yaml: split.matter.slice(1),
    yamlLine: 2,
    body: split.content,
    bodyLine: rest.startsWith("\n") ? closing + 1 : closing,
  };
}

function problem(code: Extract<Split, { ok: false }>["code"], message: string, line: number): Split {
  return { ok: false, code, message, line };
}

function linesIn(text: string): number {
  return text.split("\n").length - 1;
}
