import { expect, test } from "vitest";
import { searchWords } from "../../../src/core/search/search-words.ts";

test("a question is looked up word by word, without the words that stand everywhere", () => {
  expect(searchWords("The pool of the payments is NOT ready.")).toEqual(["pool", "payments", "not", "ready"]);
});

test("a name in one piece is looked up whole and by its parts", () => {
  expect(searchWords("CPUThrottlingHigh")).toEqual(["cpu", "throttling", "high", "cputhrottlinghigh"]);
  expect(searchWords("kube-state-metrics")).toEqual(["kube", "state", "metrics", "kubestatemetrics"]);
  expect(searchWords("SEV1")).toEqual(["sev1"]);
});

test("a question of nothing but common words is looked up as it is", () => {
  expect(searchWords("to be on")).toEqual(["to", "be", "on"]);
});

test("words of any script are words, signs are none, and a pasted page is cut", () => {
  expect(searchWords("Überlast —  … größer")).toEqual(["überlast", "größer"]);
  expect(searchWords("  ")).toEqual([]);
  expect(searchWords(Array.from({ length: 99 }, (_, index) => `word${index}`).join(" "))).toHaveLength(24);
});
