import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../src/core/comments/command.ts";
import { parseComment } from "../../../src/core/comments/parse-comment.ts";
import { readTime } from "../../../src/core/comments/read-time.ts";

const NOW = Date.parse("2026-04-01T14:20:00Z");
const parse = (body: string) => parseComment(body, NOW);
const said = (body: string) => {
  const { commands, problems } = parse(body);
  return [
    ...commands.map(({ line, ...command }) => command),
    ...problems.map(({ message, help }) => `${message}. ${help}`),
  ];
};

describe("a command", () => {
  test.each([
    ["/severity SEV2", { name: "severity", severity: "SEV2" }],
    ["/status identified", { name: "status", status: "identified" }],
    ["/commander @octo-cat", { name: "commander", person: "octo-cat" }],
    [
      "/impact checkout=partial_outage, orders=none",
      {
        name: "impact",
        components: [
          { service: "checkout", level: "partial_outage" },
          { service: "orders", level: "none" },
        ],
      },
    ],
    [
      "/milestone mitigated 14:05Z",
      { name: "milestone", milestone: "mitigated", at: "2026-04-01T14:05:00Z" },
    ],
    [
      "/milestone started 2026-04-01T13:58:00+02:00",
      { name: "milestone", milestone: "started", at: "2026-04-01T13:58:00+02:00" },
    ],
    ["/update We are on it.\n\nMore follows.", { name: "update", text: "We are on it.\n\nMore follows." }],
    ["/note Restarted one of eight", { name: "note", text: "Restarted one of eight" }],
    [
      "/runbook pool-exhausted did-not-help step 3 is gone",
      { name: "runbook", runbook: "pool-exhausted", outcome: "did-not-help", note: "step 3 is gone" },
    ],
    ["/runbook pool-exhausted", { name: "runbook", runbook: "pool-exhausted", outcome: "helped" }],
    ["/resolve", { name: "resolve" }],
    ["/resolve 14:10Z All is well", { name: "resolve", at: "2026-04-01T14:10:00Z", text: "All is well" }],
  ])("%s", (body, command) => {
    expect(said(body)).toEqual([command]);
  });

  test.each([
    ["/serverity SEV2", "Unexpected command `/serverity`. Did you mean `/severity SEV2`?"],
    ["/\u0455everity SEV2", "Unexpected command `/\u0455everity`. Did you mean `/severity SEV2`?"],
    ["/status identifed", "Unexpected status `identifed`. Did you mean `identified`?"],
    ["/status resolved", "Unexpected status `resolved`. `/resolve` ends the incident."],
    [
      "/impact checkout=partial",
      "Unexpected level `partial`. Expected one of major_outage, partial_outage, degraded_performance, none.",
    ],
    [
      "/impact checkout=partial_outag",
      "Unexpected level `partial_outag`. Did you mean `checkout=partial_outage`?",
    ],
    [
      "/impact",
      "Expected a service and how badly it is hurt behind `/impact`. For example `/impact checkout=partial_outage`.",
    ],
    [
      "/milestone mitigated 14:05",
      "Unexpected time `14:05`: it has no UTC offset. Write `14:05Z` for UTC, or `14:05+02:00`.",
    ],
    [
      "/milestone mitigated 2026-02-30T10:00:00Z",
      "Unexpected time `2026-02-30T10:00:00Z`: it names a day that is on no calendar. Write `14:05Z` or `2026-03-14T14:05:00Z`.",
    ],
    [
      "/milestone mitigated 2026-04-01T15:00:00Z",
      "Unexpected time `2026-04-01T15:00:00Z`, expected one that is not in the future. undefined",
    ],
    ["/milestone mitigate now", "Unexpected milestone `mitigate`. Did you mean `mitigated`?"],
    ["/runbook pool helpd", "Unexpected outcome `helpd`. Did you mean `helped`?"],
    ["/update", "Expected words behind `/update`. For example `/update What customers are told`."],
  ])("that is nearly one is answered: %s", (body, answer) => {
    expect(said(body)).toEqual([answer]);
  });

  test("of one comment follows the other, and words end where the next command begins", () => {
    const body =
      "Looking at it now.\r\n/severity SEV1\r\n/update Checkout fails.\r\nWe are on it.\r\n/impact checkout=major_outage\r\n";
    expect(said(body)).toEqual([
      { name: "severity", severity: "SEV1" },
      { name: "update", text: "Checkout fails.\nWe are on it." },
      { name: "impact", components: [{ service: "checkout", level: "major_outage" }] },
    ]);
  });

  test.each([
    ["in a fence", "```\n/severity SEV1\n```"],
    ["in a fence of tildes that backquotes do not close", "~~~\n```\n/severity SEV1\n~~~"],
    ["in a longer fence", "````md\n```\n/severity SEV1\n```\n````"],
    ["in an indented block", "    /severity SEV1"],
    ["in a quotation", "> /severity SEV1"],
    ["in a comment of HTML", "<!--\n/severity SEV1\n-->"],
    ["within a line", "please /severity SEV1"],
    ["in inline code", "`/severity SEV1`"],
    ["a path", "/etc/hosts is wrong, and /var is full"],
    ["another word", "/shrug"],
  ])("is none %s", (_, body) => {
    expect(said(body)).toEqual([]);
  });

  test("after a fence is one again, and a fence within words belongs to them", () => {
    expect(said("```\n/resolve\n```\n/severity SEV1")).toEqual([{ name: "severity", severity: "SEV1" }]);
    expect(said("/note saw\n```\n/resolve\n```")).toEqual([
      { name: "note", text: "saw\n```\n/resolve\n```" },
    ]);
  });

  test("a hundred in one comment are refused as a whole", () => {
    const { commands, problems } = parse("/severity SEV1\n".repeat(100));
    expect(commands).toEqual([]);
    expect(problems).toEqual([
      { line: 21, message: "Unexpected 100 commands in one comment, expected at most 20" },
    ]);
  });
});

test("a time of day is the last one that was, over midnight and offsets too", () => {
  const at = (text: string, now: string) => readTime(text, Date.parse(now));
  expect(at("23:50Z", "2026-04-02T00:10:00Z")).toEqual({ at: "2026-04-01T23:50:00Z" });
  expect(at("00:05+02:00", "2026-04-01T22:20:00Z")).toEqual({ at: "2026-04-02T00:05:00+02:00" });
  expect(at("25:00Z", "2026-04-02T00:10:00Z")).toMatchObject({
    problem: "Unexpected time `25:00Z`: it names a time that is on no clock",
  });
});

test("hidden characters are gone before a comment is read", () => {
  expect(said("/note a\u202eb\u200b\u0000c")).toEqual([{ name: "note", text: "abc" }]);
  expect(said("/se\u200bverity SEV1")).toEqual([{ name: "severity", severity: "SEV1" }]);
});

test("no comment makes the parser throw or hang, whatever it holds", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...Object.values(COMMANDS),
      "```",
      "~~~",
      "<!--",
      "-->",
      "> ",
      "    ",
      "/",
      "@everyone",
      "Fixes #1",
      "$(id)",
      "\u202e",
    ),
    fc.string({ unit: "binary", maxLength: 30 }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(piece, fc.constantFrom("", "\n", " ", "\r\n")), { maxLength: 60 }),
      (pieces) => {
        const { commands, problems } = parse(pieces.flat().join(""));
        expect(commands.length + problems.length).toBeLessThanOrEqual(20);
        for (const { line } of [...commands, ...problems]) expect(line).toBeGreaterThan(0);
      },
    ),
    { numRuns: 500 },
  );
  const began = performance.now();
  parse("/".repeat(65_536));
  parse("`".repeat(65_536));
  parse("<!--".repeat(16_384));
  parse(`/note ${"a ".repeat(32_000)}`);
  expect(performance.now() - began).toBeLessThan(2_000);
});
