import { Feed } from "feed";
import { escapeHtml } from "../../core/markdown/escape-html.ts";
import type { StatusFacts, StatusIncident, StatusWindow } from "../../core/views/status/status-facts.ts";
import { statusWords } from "../locales/status-words.ts";

/** The same news in three formats. */
export interface StatusFeed {
  readonly atom: string;
  readonly rss: string;
  readonly json: string;
}

/** How many entries a feed holds. */
const NEWEST = 50;

/** A feed of incidents and planned work: one entry each with its updates, newest first; of one component where it is named. */
export function statusFeed(
  facts: StatusFacts,
  address: string,
  component?: { readonly code: string; readonly name: string },
): StatusFeed {
  const words = statusWords(facts.locales[0] ?? "en");
  const link = `${facts.url}status/`;
  const about = [...facts.open, ...facts.past, ...facts.planned, ...facts.done]
    .filter(({ affected }) => component === undefined || affected.some(({ code }) => code === component.code))
    .sort((a, b) => Date.parse(b.updates[0]!.at) - Date.parse(a.updates[0]!.at))
    .slice(0, NEWEST);
  const name = component === undefined ? facts.name : `${facts.name}: ${component.name}`;
  /** Titles are HTML in Atom and plain in the others; summaries are plain in JSON alone. */
  const feed = (title: (text: string) => string, summary: (text: string) => string) => {
    const made = new Feed({
      id: `${facts.url}${address}`,
      title: clean(`${name} – ${words.title}`),
      description: clean(words.overall[facts.overall.description]),
      link,
      language: facts.locales[0] ?? "en",
      updated: new Date(about[0]?.updates[0]?.at ?? facts.asOf),
      generator: false,
      feedLinks: feedLinks(facts, address),
      author: { name: clean(facts.name) },
    });
    for (const one of about) {
      const newest = one.updates[0]!;
      made.addItem({
        id: `tag:${new URL(facts.url).hostname},2000:${one.code}`,
        title: clean(title(`${stateWord(one, words)}: ${one.title}`)),
        link: one.url,
        date: new Date(newest.at),
        published: new Date(one.updates.at(-1)!.at),
        description: clean(summary(newest.text)),
        content: clean(updatesHtml(one, words)),
      });
    }
    return made;
  };
  const plain = (text: string) => text;
  return {
    atom: feed(escapeHtml, escapeHtml).atom1(),
    rss: feed(plain, escapeHtml).rss2(),
    json: feed(plain, plain).json1(),
  };
}

function feedLinks({ url }: StatusFacts, address: string) {
  return {
    atom: `${url}${address}.atom`,
    rss: `${url}${address}.rss`,
    json: `${url}${address}.json`,
  };
}

function stateWord(one: StatusIncident | StatusWindow, words: ReturnType<typeof statusWords>): string {
  if (!("state" in one)) return words.update[one.status];
  return one.state === "cancelled" ? words.cancelled : words.update[one.state];
}

function updatesHtml(
  { updates }: StatusIncident | StatusWindow,
  words: ReturnType<typeof statusWords>,
): string {
  return updates
    .map(
      ({ at, status, text }) =>
        `<p><b>${escapeHtml(words.update[status])}</b> · <time datetime="${at}">${at.slice(0, 16).replace("T", " ")} UTC</time><br>${escapeHtml(text)}</p>`,
    )
    .join("");
}

/** Without the characters that XML cannot hold, and without the end of a section that it may stand in. */
function clean(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu, "").replaceAll("]]>", "]]&gt;");
}
