import type { Projection } from "../audience/project.ts";
import { GLOSSARY_ADDRESS } from "../glossary/glossary-terms.ts";
import { glossaryLinks } from "../glossary/link-terms.ts";
import { type LinkedTerm, termLinker } from "../glossary/term-linker.ts";
import { href, shownTerm, type ViewContext } from "./view-context.ts";

/** The vocabularies whose names are looked for in texts. */
const LINKED = ["factors", "failureModes", "triggers", "detectionSources"] as const;

const made = new WeakMap<Projection, (html: string) => string>();

/** What links texts of the internal site to the glossary and to the pages of taxonomy words; names of one word are too common to be linked. */
export function textLinker(context: ViewContext): (html: string) => string {
  const { projection } = context;
  const known = made.get(projection);
  if (known) return known;
  const { taxonomy } = projection;
  const words = LINKED.flatMap((vocabulary) =>
    taxonomy[vocabulary]
      .filter(({ name }) => /\S\s+\S/.test(name))
      .map(({ id, name }): LinkedTerm => ({ words: [name], url: shownTerm(context, vocabulary, id).url! })),
  );
  const linker = termLinker([...words, ...glossaryLinks(href(context, GLOSSARY_ADDRESS))]);
  made.set(projection, linker);
  return linker;
}
