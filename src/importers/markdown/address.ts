import { judgeAddress } from "../../core/markdown/address.ts";

/** Where an address of a source leads in the knowledge base, or why it leads nowhere. */
export type Destination = { readonly to: string } | { readonly why: string };

/** Finds the place of what a source names by a relative address; only the whole import knows. */
export interface AddressBook {
  readonly link: (address: string) => Destination;
  readonly image: (address: string) => Destination;
}

/** An address book of an import that has only this one file. */
export const EMPTY_ADDRESS_BOOK: AddressBook = {
  link: (address) => (address.startsWith("#") ? { to: address } : { why: "it was not imported" }),
  image: () => ({ why: "it was not imported" }),
};

/** An address of a link → where it leads: web and mail addresses stay, relative ones are looked up. */
export function destinationOfLink(address: string, book: AddressBook): Destination {
  const clean = encoded(address);
  const judged = judgeAddress(clean);
  if (judged.kind === "refused") return { why: `it ${judged.reason}` };
  return judged.kind === "external" ? { to: clean } : book.link(clean);
}

/** An address of a picture → its place in the content folder; a remote one is `external`. */
export function destinationOfImage(
  address: string,
  book: AddressBook,
): Destination | { readonly external: string } {
  const clean = encoded(address);
  const judged = judgeAddress(clean);
  if (judged.kind === "refused") return { why: `it ${judged.reason}` };
  if (judged.kind === "external")
    return /^https?:/i.test(clean) ? { external: clean } : { why: "it is no picture" };
  return book.image(clean);
}

/** Characters that Markdown, MDX or HTML would read otherwise, percent-encoded. */
function encoded(address: string): string {
  return address
    .trim()
    .replace(/[\s{}<>|"'`^\\]/g, (character) => encodeURIComponent(character).replace("'", "%27"));
}
