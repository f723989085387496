import type { HandbookView } from "../core/views/handbook-view.ts";
import { type FactsOfPage, pageFacts, siteFacts } from "./facts.ts";

/** A page of the handbook with its view. */
export type FactsOfHandbook = FactsOfPage & { readonly view: HandbookView };

/** The facts of the handbook page at an address; its text stands in src/site/pages/handbook. */
export function handbookFacts({ pathname }: URL): FactsOfHandbook {
  const page = pageFacts(`/${pathname.slice(siteFacts().base.length)}`);
  if (page?.template !== "handbook")
    throw new Error(`Unexpected address ${pathname}, expected a page of the handbook`);
  return page as FactsOfHandbook;
}
