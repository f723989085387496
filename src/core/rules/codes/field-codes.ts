import type { Code } from "./code.ts";

/** Problems of single fields, as the schema of their kind sees them. */
export const FIELD_CODES: readonly Code[] = [
  {
    code: "unknown-field",
    severity: "error",
    title: "A field that this kind of entry does not have",
    explanation: `A field with a slip in its name would be silently ignored, and with it what you wanted to say: \`visiblity: public\` would leave an entry internal, or the other way round. So only known fields are allowed.

Correct the name, or move free words into the text or into \`tags\`.`,
    wrong: "visiblity: internal",
    right: "visibility: internal",
    language: "yaml",
  },
  {
    code: "missing-field",
    severity: "error",
    title: "A required field is missing",
    explanation:
      "Without this field the entry cannot be shown or counted. The message names it; the place is its nearest parent, because the field itself is not there.",
    wrong: `title: Checkout timeouts
services: [checkout]`,
    right: `title: Checkout timeouts
visibility: internal
services: [checkout]`,
    language: "yaml",
  },
  {
    code: "wrong-type",
    severity: "error",
    title: "A list where a text is expected, or the like",
    explanation:
      "The field exists, but its value is of another form: a text instead of a list, a number instead of a text, nothing at all after the colon.",
    wrong: "services: checkout",
    right: "services: [checkout]",
    language: "yaml",
  },
  {
    code: "unknown-value",
    severity: "error",
    title: "A value that is not one of the allowed words",
    explanation:
      "This field takes one of a fixed list of words, which the message names. Words of your own organisation stand in taxonomy.yaml; this list belongs to the program.",
    wrong: "state: finished",
    right: "state: final",
    language: "yaml",
  },
  {
    code: "invalid-value",
    severity: "error",
    title: "A value that does not fit its field",
    explanation:
      "The value has the right form but breaks a rule of the field: too long, empty, out of range, or not written as such a value is written. The message says which rule.",
    wrong: "reviewEvery: half a year",
    right: "reviewEvery: 180d",
    language: "yaml",
  },
  {
    code: "invalid-instant",
    severity: "error",
    title: "Not an instant that every machine reads alike",
    explanation: `An instant is a day, a time and an offset from UTC: \`2026-03-14T17:52:00Z\`, or \`2026-03-14T18:52:00+01:00\`. Without the offset it would mean another instant on another machine; on a day that is on no calendar, programs quietly pick the next one.

Add the offset (\`Z\` for UTC). If you only know the hour or the day, say so: \`{ at: 2026-03-14T17:00:00Z, precision: hour }\`.`,
    wrong: "started: 2026-03-14 17:52",
    right: "started: 2026-03-14T17:52:00Z",
    language: "yaml",
  },
  {
    code: "invalid-date",
    severity: "error",
    title: "Not a day on the calendar",
    explanation: "A date is written as year, month and day with hyphens, and the day must exist.",
    wrong: "due: 2026-02-30",
    right: "due: 2026-02-28",
    language: "yaml",
  },
];
