// Astro compiles the templates once, without any content; src/adapters/render draws the pages with what comes out.
import mdx from "@astrojs/mdx";
import { defineConfig } from "astro/config";

/** Hands out the compiled templates as one module that answers a request with a page. */
const drawing = {
  name: "tidemark-drawing",
  hooks: {
    "astro:config:done": ({ setAdapter }) =>
      setAdapter({
        name: "tidemark-drawing",
        serverEntrypoint: new URL("./src/site/drawing.ts", import.meta.url),
        entrypointResolution: "auto",
        supportedAstroFeatures: {
          staticOutput: "stable",
          serverOutput: "stable",
          hybridOutput: "stable",
          sharpImageService: "unsupported",
        },
      }),
  },
};

export default defineConfig({
  srcDir: "./src/site",
  outDir: process.env.TIDEMARK_OUT ?? "./.cache/site",
  cacheDir: "./.cache/astro",
  base: process.env.TIDEMARK_BASE ?? "/",
  trailingSlash: "ignore",
  output: "server",
  adapter: drawing,
  // The handbook alone is MDX that runs: pages of ours, in src/site. Prism colours by classes; Shiki would write inline styles.
  integrations: [mdx({ extendMarkdownConfig: false, syntaxHighlight: "prism", smartypants: false })],
  session: undefined,
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  devToolbar: { enabled: false },
  build: { inlineStylesheets: "never", assets: "_astro" },
  vite: {
    ssr: { noExternal: true },
    // The security policy allows no inline scripts and no data: addresses for fonts or scripts.
    build: { assetsInlineLimit: 0, target: "es2022" },
  },
});
