import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What the search may know of the machine. */
export interface Machine {
  readonly platform: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The path of an installed Chromium or Chrome: CHROME_PATH, then PATH, then where systems usually put it. */
export function findBrowser({ platform, variables }: Machine): string | undefined {
  if (variables.CHROME_PATH) return runnable(variables.CHROME_PATH) ? variables.CHROME_PATH : undefined;
  const folders = (variables.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...usualPlaces(platform, variables)].find(runnable);
}

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];

function usualPlaces(platform: string, variables: Machine["variables"]): string[] {
  if (platform === "darwin")
    return [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ].flatMap((path) => (variables.HOME ? [path, join(variables.HOME, path)] : [path]));
  if (platform === "win32")
    return [variables.PROGRAMFILES, variables["PROGRAMFILES(X86)"], variables.LOCALAPPDATA].flatMap(
      (folder) => (folder ? [join(folder, "Google", "Chrome", "Application", "chrome.exe")] : []),
    );
  return ["/snap/bin/chromium", "/opt/google/chrome/chrome"];
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
