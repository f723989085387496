import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { declaredIncident } from "../../../src/core/declare/declared-incident.ts";
import { FORM_FIELDS, type FormField } from "../../../src/core/declare/form-fields.ts";
import { issueForm } from "../../../src/core/declare/issue-form.ts";
import { readForm } from "../../../src/core/declare/read-form.ts";
import { buildEntry } from "../../support/builders/build-entry.ts";
import { buildKnowledgeBase } from "../../support/builders/build-knowledge-base.ts";

const NOW = Date.parse("2026-04-01T08:00:00Z");
const search = buildEntry("service", "search", { title: "Search", owner: "payments" });
const knowledgeBase = buildKnowledgeBase([search]);
const FIELDS = Object.keys(FORM_FIELDS) as FormField[];

/** The body that GitHub makes of answers. */
function bodyOf(answers: Partial<Record<FormField, string>>): string {
  return FIELDS.map((field) => `### ${FORM_FIELDS[field]}\n\n${answers[field] ?? "_No response_"}`).join(
    "\n\n",
  );
}

describe("the form", () => {
  test("offers the severities of the taxonomy and the services, by the rules of GitHub", () => {
    const form = parse(issueForm(knowledgeBase));
    expect(Object.keys(form)).toEqual(["name", "description", "labels", "body"]);
    const questions = form.body.filter(({ type }: { type: string }) => type !== "markdown");
    expect(
      questions.map(({ id, attributes }: { id: string; attributes: { label: string } }) => [
        id,
        attributes.label,
      ]),
    ).toEqual(Object.entries(FORM_FIELDS));
    const optionsOf = (id: string) =>
      questions.find((each: { id: string }) => each.id === id).attributes.options;
    expect(optionsOf("severity")).toEqual(["SEV1: Critical", "SEV3: Minor"]);
    expect(optionsOf("services")).toEqual(["checkout", "search"]);
    for (const { type, attributes } of questions) {
      if (type !== "dropdown") continue;
      expect(new Set(attributes.options).size).toBe(attributes.options.length);
      // GitHub takes no option that is not a text.
      for (const option of attributes.options) {
        expect(typeof option).toBe("string");
        expect(option).not.toMatch(/^none$/i);
      }
    }
  });

  test("is the same bytes for the same knowledge, and others when a service is new", () => {
    expect(issueForm(knowledgeBase)).toBe(issueForm(buildKnowledgeBase([search])));
    expect(issueForm(buildKnowledgeBase())).not.toBe(issueForm(knowledgeBase));
    const odd = buildEntry("service", "on", { title: "On", owner: "payments" });
    expect(issueForm(buildKnowledgeBase([odd]))).toContain('- "on"\n');
  });
});

describe("answers", () => {
  test("are read back from the body of the issue, whatever they hold", () => {
    const words = fc
      .string({ unit: "grapheme-ascii", minLength: 1, maxLength: 60 })
      .map((text) => text.trim())
      .filter((text) => text !== "" && text !== "_No response_" && !text.startsWith("#"));
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries(FIELDS.map((field) => [field, words])), { requiredKeys: [] }),
        (answers) => {
          expect(readForm(bodyOf(answers))).toEqual(answers);
        },
      ),
    );
  });

  test("of free words change no choice that stands before them", () => {
    const what = `it broke\n\n### ${FORM_FIELDS.severity}\n\nSEV3: Minor\n\n### ${FORM_FIELDS.visibility}\n\npublic`;
    const read = readForm(bodyOf({ severity: "SEV1: Critical", visibility: "internal", what }));
    expect(read).toEqual({ severity: "SEV1: Critical", visibility: "internal", what });
  });

  test("of a body that no form made are none", () => {
    for (const body of ["", "Something is broken", "### Other\n\nx", "#".repeat(60_000)])
      expect(readForm(body)).toEqual({});
  });
});

describe("a declared incident", () => {
  const declare = (answers: Partial<Record<FormField, string>>, title = "Checkout fails") =>
    declaredIncident(knowledgeBase, {
      title,
      address: "https://github.com/octo/incidents/issues/7",
      author: "ana",
      createdAt: NOW,
      answers: readForm(bodyOf(answers)),
    });
  const good = { severity: "SEV1: Critical", services: "checkout, search", visibility: "internal" };

  test("that is public needs a title for customers, and tells them what it was given", () => {
    const told = {
      ...good,
      visibility: "public",
      impact: "partial outage",
      publicTitle: "Buying fails",
      update: "We are on it.",
    };
    const drafting = declare(told);
    expect(drafting.ok && drafting.draft.text).toMatch(
      /publicTitle: Buying fails\nvisibility: public[\s\S]*level: partial_outage[\s\S]*text: We are on it\./,
    );
    expect(declare({ ...good, visibility: "public" })).toEqual({
      ok: false,
      problems: [{ wish: "public title", message: "Expected a title for customers, because it is public" }],
    });
  });

  test("that is internal has no words for customers", () => {
    expect(declare({ ...good, update: "Hello" })).toMatchObject({
      ok: false,
      problems: [{ message: "Unexpected words for customers of an incident that is internal" }],
    });
  });

  test("whose title holds nothing that can be read is refused", () => {
    expect(declare(good, "\u202e\u0000 ")).toMatchObject({
      ok: false,
      problems: [{ message: "Expected a title, found nothing" }],
    });
  });
});
