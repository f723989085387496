import { createApp } from "astro/app/entrypoint";

/** The compiled site: answers a request for a page's address with the page. */
export const app = createApp();

/** Reads the facts folder anew at the next page: `dev` draws one page after the other from facts that change. */
export { forgetFacts } from "./facts.ts";
