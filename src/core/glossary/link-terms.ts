import { GLOSSARY_TERMS } from "./glossary-terms.ts";
import { type LinkedTerm, termLinker } from "./term-linker.ts";

/** Finished HTML with a link to the glossary at the first use of each of its terms; code, headings and links stay as they are. */
export function linkTerms(html: string, glossary: string): string {
  return termLinker(glossaryLinks(glossary))(html);
}

/** The terms of the glossary, whose page has an address. */
export function glossaryLinks(glossary: string): readonly LinkedTerm[] {
  return GLOSSARY_TERMS.map(({ id, words }) => ({ words, url: `${glossary}#${id}` }));
}
