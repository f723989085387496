/** What a diagram says to a reader who cannot see it. */
export interface DiagramWords {
  /** One line, which stands under the drawing too. */
  readonly title?: string;
  /** What the drawing tells, in sentences. */
  readonly description?: string;
}

/**
 * The words of a diagram: mermaid's own `accTitle: …`, `accDescr: …` and `accDescr { … }`. Kinds of diagram that do not know
 * them take the same lines as comments, `%% accTitle: …`.
 */
export function diagramWords(source: string): DiagramWords {
  const title = oneLine(/^[ \t]*(?:%%[ \t]*)?accTitle[ \t]*:(.*)$/m.exec(source)?.[1]);
  const description = oneLine(
    /^[ \t]*(?:%%[ \t]*)?accDescr[ \t]*:(.*)$/m.exec(source)?.[1] ??
      /^[ \t]*accDescr[ \t]*\{([^}]*)\}/m.exec(source)?.[1],
  );
  return { ...(title ? { title } : {}), ...(description ? { description } : {}) };
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replace(/\s+/g, " ").trim();
}
