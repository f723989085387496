import fc from "fast-check";
import { expect, test } from "vitest";
import { hostNames } from "../../../src/core/audience/host-names.ts";
import { collectSecrets } from "../../../src/core/audience/leak-tokens.ts";
import { readableText } from "../../../src/core/audience/readable-text.ts";
import { hasShingle, ShingleSetBuilder } from "../../../src/core/audience/shingle-set.ts";
import { eachShingle } from "../../../src/core/audience/shingles.ts";
import { eachToken, tokenMatcher } from "../../../src/core/audience/token-matcher.ts";

test("hosts, ids and handles of internal facts are secret unless public facts hold them", () => {
  const secrets = collectSecrets(
    ["Failed over db-7.prod.internal to 10.1.2.3, see status.shop.example and checkout-db-01"],
    ["Look at status.shop.example, said the one who answers"],
    ["2026-03-14-hidden-one", "2026-01-01-open-one"],
    ["@kim7"],
    ["2026-01-01-open-one"],
  );
  expect(secrets.tokens).toEqual([
    { text: "10.1.2.3", kind: "host", counts: "anywhere" },
    { text: "2026-03-14-hidden-one", kind: "id", counts: "anywhere" },
    { text: "checkout-db-01", kind: "host", counts: "anywhere" },
    { text: "db-7.prod.internal", kind: "host", counts: "anywhere" },
    { text: "kim7", kind: "handle", counts: "alone" },
  ]);
  expect(secrets.unwatched).toEqual(["2026-01-01-open-one"]);
});

test("a handle that is an ordinary or a public word counts only as a mention", () => {
  const secrets = collectSecrets([], ["Dawn broke."], [], ["dawn", "main", "sam", "media"]);
  expect(secrets.tokens).toEqual([
    { text: "dawn", kind: "handle", counts: "mention" },
    { text: "main", kind: "handle", counts: "mention" },
    { text: "sam", kind: "handle", counts: "alone" },
  ]);
  expect(secrets.unwatched).toEqual(["media"]);
});

test("an id or handle that is no word of a dictionary is a leak in public prose too", () => {
  const prose =
    "Thanks to @dawn and payments-lead, who followed pool-exhausted as in 2026-03-14-hidden-one, and to kim7.";
  const secrets = collectSecrets(
    [],
    [prose],
    ["2026-03-14-hidden-one", "pool-exhausted"],
    ["payments-lead", "kim7", "dawn"],
  );
  expect(secrets.tokens.map(({ text, counts }) => [text, counts])).toEqual([
    ["2026-03-14-hidden-one", "anywhere"],
    ["dawn", "mention"],
    ["kim7", "alone"],
    ["payments-lead", "anywhere"],
    ["pool-exhausted", "anywhere"],
  ]);
  expect(secrets.unwatched).toEqual([]);
});

test("an id that public ids hold as a part counts only where it stands alone", () => {
  const secrets = collectSecrets(
    [],
    [],
    ["2026-03-14-late-pages", "failover"],
    [],
    ["/incidents/2026-03-14-late-pages-again/"],
  );
  expect(secrets.tokens.map(({ text, counts }) => [text, counts])).toEqual([
    ["2026-03-14-late-pages", "alone"],
    ["failover", "alone"],
  ]);
});

test("eight words in a row are secret when they are in internal facts and in no public ones", () => {
  const secrets = collectSecrets(
    ["<p>The pool was <b>exhausted</b> because nobody had counted the workers twice.</p>"],
    ["Nobody knew that the pool was exhausted because nobody had counted the workers."],
    [],
    [],
  );
  const windows: string[] = [];
  const text = "the pool was exhausted because nobody had counted the workers twice";
  eachShingle(text, (high, low, start, end) => {
    if (hasShingle(secrets.passages, high, low)) windows.push(text.slice(start, end));
  });
  expect(windows).toEqual(["exhausted because nobody had counted the workers twice"]);
  expect(secrets.passages.size).toBe(1);
});

test("numbers in a row are no passage", () => {
  expect(collectSecrets(["0 0 24 24 1 2 3 4 5 6 7 8 m0 0l24"], [], [], []).passages.size).toBe(0);
});

test("words are compared without case, accents, invisible characters and what stands between them", () => {
  const plain = windowsOf("Rene said that the cafe cluster lost its leader");
  expect(windowsOf("rené — SAID: that, the “café” clu\u00ADster\nlost/its\u00a0lea\u200Bder")).toEqual(plain);
  expect(windowsOf("rene\u0301 said that the cafe\u0301 cluster lost its leader")).toEqual(plain);
});

test("the set of passages answers like a set", () => {
  const pair = fc.tuple(fc.nat(50), fc.nat(3));
  fc.assert(
    fc.property(fc.array(pair), fc.array(pair), fc.array(pair), (added, removed, asked) => {
      const builder = new ShingleSetBuilder();
      const model = new Set<string>();
      for (const [high, low] of added) {
        builder.add(high + 1, low);
        model.add(`${high} ${low}`);
      }
      for (const [high, low] of removed) {
        builder.remove(high + 1, low);
        model.delete(`${high} ${low}`);
      }
      const set = builder.done();
      expect(set.size).toBe(model.size);
      for (const [high, low] of [...added, ...asked])
        expect(hasShingle(set, high + 1, low)).toBe(model.has(`${high} ${low}`));
    }),
  );
});

test("the set of passages grows", () => {
  const builder = new ShingleSetBuilder();
  for (let n = 0; n < 20_000; n += 1) builder.add(Math.imul(n, 0x9e3779b9) >>> 0, n);
  const set = builder.done();
  expect(set.size).toBe(20_000);
  for (let n = 0; n < 20_000; n += 1) expect(hasShingle(set, Math.imul(n, 0x9e3779b9) >>> 0, n)).toBe(true);
  expect(hasShingle(set, 5, 5)).toBe(false);
});

test("every occurrence of every token is found, overlapping ones too", () => {
  const letters = fc.stringMatching(/^[ab.-]{1,4}$/);
  fc.assert(
    fc.property(
      fc.uniqueArray(letters, { maxLength: 8 }),
      fc.stringMatching(/^[ABab.é -]{0,40}$/),
      (tokens, text) => {
        const found: string[] = [];
        eachToken(tokenMatcher(tokens), text, (index, start, end) =>
          found.push(`${tokens[index]} ${start} ${end}`),
        );
        const expected = tokens.flatMap((token) =>
          Array.from(text, (_, start) => start).flatMap((start) =>
            text.slice(start, start + token.length).toLowerCase() === token
              ? [`${token} ${start} ${start + token.length}`]
              : [],
          ),
        );
        expect(found.sort()).toEqual(expected.sort());
      },
    ),
  );
});

test("the reading of markup keeps words whole and sentences of attributes and comments apart", () => {
  expect(
    readableText(`<p>a<b>b</b>c&#x2d;d</p><img alt="one &quot;two&quot;"><!-- three four --><br>e < f`),
  ).toBe(`\nabc-d\n\n\n\ne < f\none "two"\n three four `);
  expect(readableText("a < b and c > d <e")).toBe("a < b and c > d <e");
});

test("names with dots and numbered machines are hosts; files, versions and sentences are not", () => {
  expect(
    hostNames(
      "db7.canary.internal, API.Shop.example; 10.0.3.4; ip-10-0-3-4; config.yaml v1.2.3 e.g. package.json 999.1.1.1 end.of a.b-c.sh " +
        "state-of-the-art http://x.example:80/index.html sam@mail.example",
    ),
  ).toEqual([
    "db7.canary.internal",
    "api.shop.example",
    "10.0.3.4",
    "ip-10-0-3-4",
    "end.of",
    "a.b-c.sh",
    "x.example",
    "mail.example",
  ]);
});

function windowsOf(text: string): string[] {
  const windows: string[] = [];
  eachShingle(text, (high, low) => windows.push(`${high} ${low}`));
  return windows;
}
