import { siteFacts } from "./facts.ts";

/** An address within the site, `/search/`, with the base path that the site is published under. */
export function href(address: string): string {
  return siteFacts().base + address.replace(/^\//, "");
}
