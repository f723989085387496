import { expect, test } from "vitest";
import { similarTexts } from "../../../src/core/text/similar-texts.ts";
import { tellingWords } from "../../../src/core/text/telling-words.ts";

/** Texts about other things, so that what two of them share is rare. */
const OTHERS = [
  "a certificate expired at night",
  "vouchers were printed twice",
  "a mirror showed prices of yesterday",
  "parcels lost their labels",
].map((title) => ({ title, text: "" }));

test("two texts that share rare words are alike, by exactly those words, as they are written in each", () => {
  const texts = [
    { title: "Retries flooded the queue", text: "The warehouse asked again and again." },
    { title: "A retry flooded two queues", text: "A warehouse had asked too often." },
    ...OTHERS,
  ];
  const [found, ...more] = similarTexts(texts)(0);
  expect(more).toEqual([]);
  expect(found?.text).toBe(1);
  // Words of the title count four times, those of the text once; of equals the alphabet decides.
  expect(found?.words).toEqual(["flooded", "queue", "retries", "asked", "warehouse"]);
  expect(similarTexts(texts)(1)[0]?.words).toEqual(["flooded", "queues", "retry", "asked", "warehouse"]);
  // All telling words of the first stand in the second, so often; the second has `often` besides, which is alone.
  expect(found?.likeness).toBeGreaterThan(0.9);
  expect(found?.likeness).toBeLessThanOrEqual(1);
});

test("words of every day, words that many texts have, and two words in common make nothing alike", () => {
  const same = "the pool ran dry because somebody waited for hours";
  const texts = [
    { title: "Pool", text: same },
    { title: "Pool", text: same },
    ...OTHERS.map(({ title }) => ({ title: `Pool and ${title}`, text: "" })),
  ];
  // `pool` stands in all of them; `waited` alone is left.
  expect(similarTexts(texts)(0)).toEqual([]);
  const [first] = tellingWords(texts);
  expect(first?.map(({ said }) => said)).toEqual(["waited"]);
});

test("the weights of a text's telling words are those of rare and frequent words, to the length of 1", () => {
  const [first] = tellingWords([
    { title: "", text: "flood flood river" },
    { title: "", text: "flood river" },
    { title: "", text: "" },
  ]);
  // Both words stand in two of three texts: their weights differ by how often they stand here, 1 + ln 2 to 1.
  const length = Math.hypot(1 + Math.LN2, 1);
  expect(first).toEqual([
    { stem: "flood", said: "flood", weight: expect.closeTo((1 + Math.LN2) / length, 12) },
    { stem: "river", said: "river", weight: expect.closeTo(1 / length, 12) },
  ]);
});

test("a thousand texts are compared in less than a second of the processor's time", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  // Few words often and many rarely, as people write.
  const word = () => `word${Math.floor(4000 * random() ** 3)}`;
  const texts = Array.from({ length: 1000 }, () => ({
    title: Array.from({ length: 6 }, word).join(" "),
    text: Array.from({ length: 400 }, word).join(" "),
  }));
  const cost = () => {
    const before = process.cpuUsage();
    const alike = similarTexts(texts);
    expect(Math.max(...texts.map((_, index) => alike(index).length))).toBeGreaterThan(0);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  // The first one pays for compiling the code as well.
  const least = Math.min(cost(), cost());
  console.log(`1,000 texts: ${Math.round(least)} ms of the processor`);
  expect(least).toBeLessThan(1000);
});
