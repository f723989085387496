import { spawn } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { join } from "node:path";
import { copyProject, isInstalled } from "./copy-project.ts";
import { siteKey } from "./site-key.ts";

/** The site's templates, compiled by Astro once for all content. */
export interface CompiledSite {
  /** Digest of what it was compiled from. */
  readonly key: string;
  /** Module that draws pages, self-contained. */
  readonly entry: string;
  /** Styles, scripts and files that are served as is. */
  readonly client: string;
  /** Copies those into a site's folder. */
  readonly copyClientTo: (folder: string) => void;
  /** Texts of those files: they ship to everybody, so nothing in them is a secret. */
  readonly clientTexts: () => string[];
}

/** What is needed to compile the site. */
export interface CompileRequest {
  readonly projectDir: string;
  readonly nodePath: string;
  /** Folder that keeps compiled sites. */
  readonly cacheFolder: string;
  /** Base path, `/` or `/tidemark/`. */
  readonly base: string;
  readonly signal?: AbortSignal;
}

/** Compiles the templates with Astro, or finds them compiled; content is not involved, so this is done once a version. */
export async function compileSite(request: CompileRequest): Promise<CompiledSite> {
  const key = siteKey(request.projectDir, request.base);
  const folder = join(request.cacheFolder, "site");
  const home = join(folder, key);
  if (!existsSync(join(home, "server", "entry.mjs"))) {
    mkdirSync(folder, { recursive: true });
    const temporary = mkdtempSync(join(folder, "compiling-"));
    try {
      const root = isInstalled(request.projectDir)
        ? copyProject(request.projectDir, temporary)
        : request.projectDir;
      await runAstro({ ...request, projectDir: root }, join(temporary, "out"));
      if (!existsSync(join(temporary, "out", "server", "entry.mjs")))
        throw new Error("Astro ended without an error but compiled nothing");
      publishOnce(join(temporary, "out"), home);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
    forgetOthers(folder, key);
  }
  const client = join(home, "client");
  return {
    key,
    entry: join(home, "server", "entry.mjs"),
    client,
    copyClientTo: (target) => cpSync(client, target, { recursive: true }),
    clientTexts: () => textsIn(client),
  };
}

function textsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && /\.(js|css|json|txt|svg)$/.test(item.name))
    .map((item) => readFileSync(join(item.parentPath, item.name), "utf8"));
}

/** Two processes may compile the same thing; the first one in wins. */
function publishOnce(temporary: string, home: string): void {
  try {
    renameSync(temporary, home);
  } catch (error) {
    if (!existsSync(join(home, "server", "entry.mjs"))) throw error;
  }
}

/** Keeps the newest three compiled sites, so that switching between base paths stays cheap. */
function forgetOthers(folder: string, key: string): void {
  const others = readdirSync(folder).filter((name) => name !== key && !name.startsWith("compiling-"));
  for (const name of others.slice(0, Math.max(0, others.length - 2)))
    rmSync(join(folder, name), { recursive: true, force: true });
}

function runAstro(request: CompileRequest, out: string): Promise<void> {
  const cli = join(request.projectDir, "node_modules", "astro", "bin", "astro.mjs");
  const environment = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    ASTRO_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
    TIDEMARK_OUT: out,
    TIDEMARK_BASE: request.base,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(request.nodePath, [cli, "build", "--silent", "--root", request.projectDir], {
      cwd: request.projectDir,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      ...(request.signal ? { signal: request.signal } : {}),
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Astro could not compile the site (exit ${code}): ${said.slice(-4000)}`)),
    );
  });
}
