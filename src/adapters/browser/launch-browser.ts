import { type Browser, chromium } from "playwright-core";

/** Starts a headless browser; Chromium's own sandbox cannot start for root, so root goes without. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({
    executablePath,
    args: ["--disable-dev-shm-usage", "--font-render-hinting=none", ...(root ? ["--no-sandbox"] : [])],
  });
}
