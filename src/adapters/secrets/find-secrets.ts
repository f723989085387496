import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";

/** A place that looks like a secret; never the secret itself. */
export interface FoundSecret {
  /** What kind of secret it looks like, in words. */
  readonly kind: string;
  /** First and last line, from 1. */
  readonly line: number;
  readonly lastLine: number;
  /** From 1. */
  readonly column: number;
}

const RULES = [{ id: "@secretlint/secretlint-rule-preset-recommend", rule: creator }];

/** Everything in a text that looks like a key, token or password of a known kind. */
export async function findSecrets(path: string, content: string): Promise<FoundSecret[]> {
  const { messages } = await lintSource({
    source: { content, filePath: path, ext: path.replace(/^.*(?=\.)/, ""), contentType: "text" },
    options: { config: { rules: RULES }, locale: "en", maskSecrets: true, noPhysicFilePath: true },
  });
  return messages.map(({ message, loc }) => ({
    // What the library says before it comes to the secret, which it masks: "found GitHub Token(***): ***".
    kind: /^found ([^(:*]+)/i.exec(message)?.[1]?.trim() ?? "secret",
    line: loc.start.line,
    lastLine: loc.end.line,
    column: loc.start.column + 1,
  }));
}
