import { expect, test } from "vitest";
import { highlight } from "../../../src/core/markdown/highlight.ts";
import { markVariables } from "../../../src/core/markdown/mark-variables.ts";

const braced = (name: string) => `\${${name}}`;
const mark = (name: string, text = `$${name}`) => `<var class="fill" data-variable="${name}">${text}</var>`;

test("a declared variable is marked in both ways of writing it, and nothing else is", () => {
  expect(markVariables(`<code>get $POD -n ${braced("NS")} $OTHER</code>`, ["POD", "NS"])).toBe(
    `<code>get ${mark("POD")} -n ${mark("NS", braced("NS"))} $OTHER</code>`,
  );
});

test("a name that only begins like a declared one is left alone, and the longest one wins", () => {
  expect(markVariables("$POD_ID $PODS $POD", ["POD", "POD_ID"])).toBe(
    `${mark("POD_ID")} $PODS ${mark("POD")}`,
  );
});

test("what stands in a tag is never touched", () => {
  const html = '<a href="?q=$POD" title="$POD">$POD</a><img alt="$POD">';
  expect(markVariables(html, ["POD"])).toBe(
    `<a href="?q=$POD" title="$POD">${mark("POD")}</a><img alt="$POD">`,
  );
});

test("an escaped dollar sign and the number of a process stay", () => {
  const untouched = `\\$POD $$POD ${"$"}{POD:-x}`;
  expect(markVariables(untouched, ["POD"])).toBe(untouched);
});

test("code that was coloured is marked across the colours and stays well formed", () => {
  for (const [text, language] of [
    [`kubectl -n $POD logs ${braced("POD")}-0`, "bash"],
    [`echo ${braced("HOSTNAME")} $HOSTNAME`, "bash"],
    ['rate(x{region="$POD"}[2m])', "promql"],
    [`SELECT * FROM $POD WHERE id = ${braced("POD")}`, "sql"],
    [`url: http://$POD/${braced("POD")}`, "yaml"],
    [`print($POD, '${braced("POD")}')`, "python"],
    [`{"a": "$POD", "b": ${braced("POD")}}`, "json"],
  ] as const) {
    const name = text.includes("HOSTNAME") ? "HOSTNAME" : "POD";
    const marked = markVariables(highlight(text, language), [name]);
    expect(marked.match(/<var /g), text).toHaveLength(2 - Number(language === "promql"));
    expect(depths(marked), text).toEqual({ least: 0, last: 0 });
  }
});

test("a mark that takes half of a colour with it leaves the other half its partner", () => {
  const marked = markVariables('<span class="a">x $</span>POD', ["POD"]);
  expect(marked).toBe(`<span class="a">x ${mark("POD")}</span>`);
});

test("text without variables costs nothing and stays the same text", () => {
  const html = "<p>Costs 5 $ a day</p>";
  expect(markVariables(html, [])).toBe(html);
  expect(markVariables(html, ["POD"])).toBe(html);
});

function depths(html: string): { least: number; last: number } {
  let [last, least] = [0, 0];
  for (const [, close] of html.matchAll(/<(\/?)\w[^>]*>/g)) {
    last += close ? -1 : 1;
    least = Math.min(least, last);
  }
  return { least, last };
}
