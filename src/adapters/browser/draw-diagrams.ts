import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DARK, LIGHT, type Palette, themeOf } from "./diagram-theme.ts";
import { finishDrawing } from "./finish-drawing.ts";
import { launchBrowser } from "./launch-browser.ts";

/** A drawing as the text of an SVG, or what the browser had against it. */
export type Drawing = { readonly svg: string } | { readonly problem: string };

interface Mermaid {
  initialize(settings: object): void;
  render(id: string, source: string): Promise<{ svg: string }>;
}

/** Where mermaid may put the ids of one drawing; ids of several drawings never meet. */
const ID = "tidemark";

/**
 * Draws diagrams in a browser that reaches no network, each in light and in dark, and makes one SVG of the two, whose colours
 * follow the scheme of the page that shows it. `font` is the file of the face that words are measured with.
 */
export async function drawDiagrams(
  browserPath: string,
  font: string,
  sources: readonly string[],
): Promise<Drawing[]> {
  const browser = await launchBrowser(browserPath);
  try {
    const page = await browser.newPage({ locale: "en-GB", timezoneId: "UTC" });
    await page.route("**", (route) => route.abort());
    const face = readFileSync(font).toString("base64");
    await page.setContent(
      `<!doctype html><meta charset="utf-8"><style>@font-face{font-family:Inter;src:url(data:font/woff2;base64,${face})}</style><p style="font-family:Inter">.</p>`,
    );
    await page.addScriptTag({ path: createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js") });
    await page.evaluate(async () => {
      await document.fonts.load("16px Inter");
    });
    const draw = async (source: string, palette: Palette): Promise<string> =>
      page.evaluate(
        async ({ settings, id, text }) => {
          const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
          mermaid.initialize(settings);
          return (await mermaid.render(id, text)).svg;
        },
        { settings: settingsOf(palette), id: ID, text: source },
      );
    const drawings: Drawing[] = [];
    for (const source of sources) {
      try {
        const light = await draw(source, LIGHT);
        const dark = await draw(source, DARK);
        drawings.push({ svg: await page.evaluate(finishDrawing, { light, dark, id: ID }) });
      } catch (error) {
        drawings.push({ problem: (error instanceof Error ? error.message : String(error)).split("\n")[0]! });
      }
    }
    return drawings;
  } finally {
    await browser.close();
  }
}

/** Strict, without HTML, the same bytes each time. */
function settingsOf(palette: Palette): object {
  return {
    startOnLoad: false,
    securityLevel: "strict",
    suppressErrorRendering: true,
    htmlLabels: false,
    flowchart: {
      htmlLabels: false,
      useMaxWidth: false,
      nodeSpacing: 32,
      rankSpacing: 32,
      wrappingWidth: 160,
    },
    class: { htmlLabels: false },
    deterministicIds: true,
    deterministicIDSeed: ID,
    look: "classic",
    theme: "base",
    fontFamily: "Inter, Arial, sans-serif",
    fontSize: 14,
    themeVariables: themeOf(palette),
  };
}
