import { join } from "node:path";
import { mediaName } from "../../src/core/addresses.ts";
import { type Answer, fileAt } from "../local-server.ts";
import type { LiveChannel } from "./live-channel.ts";
import type { Standing } from "./state.ts";

/** Where answers come from. */
export interface Sources {
  readonly base: string;
  readonly standing: () => Standing;
  readonly live: LiveChannel;
  /** Styles and scripts of the compiled site. */
  readonly client: string;
  readonly contentDir: string;
  /** The last whole build: search is taken from it. */
  readonly built: string;
  readonly draw: (path: string, standing: Standing) => Promise<string | undefined>;
}

/** Address of what only `dev` serves, below the base path. */
const DEV = "__dev/";

/** Answers a request from one edition: a page drawn now, else a file of the compiled site, a picture, or the search index. */
export async function answerFrom(
  sources: Sources,
  path: string,
  { headers, url = "" }: { readonly headers: Readonly<Record<string, unknown>>; readonly url?: string },
): Promise<Answer> {
  const { base, client, built } = sources;
  // A service worker would keep pages of an edition that is gone.
  if (headers["service-worker"] === "script") return { status: 404 };
  if (!path.startsWith(base)) return lost(sources);
  const name = path.slice(base.length);
  if (name.startsWith(DEV)) return ownAnswer(sources, name.slice(DEV.length), url);
  const standing = sources.standing();
  const type = /\.(?:csv|ics|json|xml)$/.exec(name)?.[0];
  const made = type && standing.edition?.file(`/${name}`);
  if (made) return { status: 200, text: { type, body: made.text } };
  const page = await sources.draw(`/${name}`, standing);
  if (page !== undefined) return { status: 200, text: { type: ".html", body: alive(page, base, standing) } };
  // Templates are not followed, so what they were compiled to lasts.
  const asset = name === "" ? undefined : fileAt(client, name);
  if (asset && asset !== "folder") return { status: 200, file: asset, lasting: true };
  const file = pictureAt(sources, standing, name);
  if (file && file !== "folder") return { status: 200, file };
  const index = name.startsWith("pagefind/") ? fileAt(built, name) : undefined;
  if (index && index !== "folder") return { status: 200, file: index };
  if (!name.endsWith("/") && (await sources.draw(`/${name}/`, standing)) !== undefined)
    return { status: 302, location: `${path.split("/").map(encodeURIComponent).join("/")}/` };
  return lost(sources);
}

function ownAnswer({ base, live }: Sources, name: string, url: string): Answer {
  if (name === "events") {
    const seen = new URLSearchParams(url.slice(url.indexOf("?"))).get("page") ?? "";
    return { status: 200, take: (response) => live.join(response, `/${seen.slice(base.length)}`) };
  }
  const file = /^live\.(?:js|css)$/.test(name) ? join(import.meta.dirname, "browser", name) : undefined;
  return file ? { status: 200, file } : { status: 404 };
}

async function lost(sources: Sources): Promise<Answer> {
  const standing = sources.standing();
  const page = await sources.draw("/404.html", standing);
  const body = alive(page ?? WAITING, sources.base, standing);
  return { status: 404, text: { type: ".html", body } };
}

function pictureAt({ contentDir }: Sources, { edition }: Standing, name: string): string | undefined {
  const asset = edition?.projection.assets.find((each) => `media/${mediaName(each)}` === name);
  return asset && fileAt(contentDir, asset.path);
}

/** A page that hears of the next edition; the pages of a built site hold nothing of this. */
function alive(html: string, base: string, { number }: Standing): string {
  const own = `<link rel="stylesheet" href="${base}${DEV}live.css"><script src="${base}${DEV}live.js" data-edition="${number}" defer></script>`;
  return html.replace("</head>", () => `${own}</head>`);
}

/** What stands under the problems while there has been no edition yet. */
const WAITING = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tidemark</title></head><body><p>There is no site yet: the content has errors.</p></body></html>`;
