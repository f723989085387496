import { createApp } from "astro/app/entrypoint";

/** The compiled site: answers a request for a page's address with the page. */
export const app = createApp();
