import { describe, expect, test } from "vitest";
import type { Heading } from "../../../src/core/markdown/body.ts";
import { postmortemCompleteness } from "../../../src/core/reliability/postmortem-completeness.ts";
import { POSTMORTEM_SECTIONS } from "../../../src/core/reliability/postmortem-sections.ts";
import { buildEntry, buildIncident, type Fields, itemFields } from "../../support/builders/build-entry.ts";

const heading = (text: string, more: Partial<Heading> = {}): Heading => ({
  depth: 2,
  id: "a",
  text,
  internal: false,
  words: 12,
  placeholder: false,
  ...more,
});
const postmortem = (headings: readonly Heading[], fields: Fields = {}, components: readonly string[] = []) =>
  buildEntry("postmortem", "2026-03-02-slow-search", fields, { headings, components });
const stateOf = (id: string, ...given: Parameters<typeof postmortemCompleteness>) =>
  postmortemCompleteness(...given).sections.find((section) => section.id === id)?.state;

describe("the completeness of a postmortem", () => {
  test("weighs 100 in all", () => {
    expect(POSTMORTEM_SECTIONS.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
  });

  test("is 0 without sections and 100 with all of them", () => {
    expect(postmortemCompleteness(postmortem([]), []).score).toBe(0);
    const all = POSTMORTEM_SECTIONS.map(({ title }) => heading(title));
    expect(postmortemCompleteness(postmortem(all), [])).toMatchObject({ score: 100 });
  });

  test.each([
    ["Executive summary", "summary"],
    ["TL;DR", "summary"],
    ["Customer impact", "impact"],
    ["Timeline (UTC)", "timeline"],
    ["How was it detected?", "detection"],
    ["Root causes", "factors"],
    ["What didn’t go well", "went-badly"],
    ["Follow-ups", "action-items"],
    ["Lessons learned", "lessons"],
  ])("knows a section by its heading: %s is %s", (text, id) => {
    expect(stateOf(id, postmortem([heading(text)]), [])).toBe("present");
  });

  test("counts a placeholder as missing, and says so", () => {
    const entry = postmortem([heading("Impact", { words: 1, placeholder: true })]);
    expect(stateOf("impact", entry, [])).toBe("placeholder");
    expect(postmortemCompleteness(entry, []).score).toBe(0);
  });

  test("counts a component only where there are facts for it to draw", () => {
    const entry = postmortem([heading("Timeline", { words: 0 })], {}, ["Timeline"]);
    const told = buildIncident({ timeline: [{ at: "2026-03-02T10:00:00Z", text: "Search is slow" }] });
    expect(stateOf("timeline", entry, [told])).toBe("present");
    expect(stateOf("timeline", entry, [buildIncident()])).toBe("placeholder");
  });

  test("counts action items only with owner and due date", () => {
    expect(stateOf("action-items", postmortem([], { actionItems: [itemFields()] }), [])).toBe("present");
    expect(
      stateOf("action-items", postmortem([], { actionItems: [itemFields({ owner: undefined })] }), []),
    ).toBe("placeholder");
  });
});
