import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import RssParser from "rss-parser";
import { afterAll, describe, expect, test } from "vitest";
import { writtenStatus } from "./written-status.ts";

const { folder, read, remove } = writtenStatus();
afterAll(remove);

describe("feeds", () => {
  test.each(["history", "status/feeds/search"])(
    "%s is well formed and says the same in three formats to two parsers",
    async (path) => {
      for (const end of ["atom", "rss"]) execFileSync("xmllint", ["--noout", join(folder, `${path}.${end}`)]);
      const atom = parseAtomFeed(read(`${path}.atom`));
      const rss = parseRssFeed(read(`${path}.rss`));
      const json = parseJsonFeed(read(`${path}.json`));
      const ids = (atom.entries ?? []).map((entry) => entry.id);
      expect(ids.length).toBeGreaterThanOrEqual(3);
      expect((rss.items ?? []).map(({ guid }) => guid?.value)).toEqual(ids);
      expect((json.items ?? []).map(({ id }) => id)).toEqual(ids);
      const parser = new RssParser();
      const [first] = (await parser.parseString(read(`${path}.atom`))).items;
      expect(first?.title).toBe("Identified: Trouble with search");
      expect(first?.content?.match(/Word number \d/g)).toEqual([
        "Word number 3",
        "Word number 2",
        "Word number 1",
      ]);
      expect((await parser.parseString(read(`${path}.rss`))).items).toHaveLength(ids.length);
    },
  );

  test("hold hostile words as words", () => {
    const work = parseRssFeed(read("history.rss")).items?.find(({ title }) => title?.includes("Half"));
    expect(work?.title).toBe('Scheduled: Half & <b>half</b> ]]&gt; "quoted" end');
    const titles = parseAtomFeed(read("history.atom")).entries?.map(({ title }) => JSON.stringify(title));
    expect(titles?.filter((title) => title.includes("&lt;b&gt;half"))).toHaveLength(1);
  });
});
