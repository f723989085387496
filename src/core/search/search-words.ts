/** Words that stand on every page and say nothing about any. `not` and `no` are none of them: alerts are named by them. */
const COMMON = new Set(
  (
    "a an and are as at be been being by for from had has have in is it its of on or " +
    "than that the these this those to was were with"
  ).split(" "),
);
/** A longer question is a pasted text: its first words are enough to find where it came from. */
const MOST = 24;

/**
 * A question → the words to look up, each once. A compound is looked up whole and by its parts, so that
 * `KubePodNotReady` finds its runbook by name and every page about pods that are not ready.
 */
export function searchWords(question: string): string[] {
  const words = question
    .normalize("NFC")
    .split(/\s+/)
    .flatMap((written) => {
      const parts = partsOf(written);
      return parts.length > 1 ? [...parts, parts.join("")] : parts;
    });
  const telling = words.filter((word) => !COMMON.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST);
}

/** `CPUThrottlingHigh` → cpu, throttling, high; `kube-state-metrics` → kube, state, metrics. */
function partsOf(written: string): string[] {
  return written
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== "");
}
