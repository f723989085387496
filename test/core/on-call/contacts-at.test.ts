import { expect, test } from "vitest";
import { contactsAt } from "../../../src/core/on-call/contacts-at.ts";
import { teams } from "../../../src/core/schemas/teams.ts";
import { epochOf, instantOf } from "../../../src/core/time.ts";

const level = (name: string, fields: object) => ({ name, channels: [{ kind: "page" }], ...fields });
const teamOf = (escalation: readonly object[], roster?: object) =>
  teams.parse({
    people: [],
    teams: [{ id: "payments", name: "Payments", escalation, ...(roster && { roster }) }],
  }).teams[0]!;
const roster = {
  zone: "UTC",
  rotation: ["ada", "grace"],
  backups: ["joan", "ada"],
  starts: "2026-03-02T09:00:00Z",
  shiftLength: "7d",
};
const escalation = [
  level("Primary", { roster: "primary" }),
  level("Backup", { roster: "backup", contacts: ["ada", "duty"] }),
  level("Lead", { contacts: ["lead"] }),
];
const at = (now: string, team = teamOf(escalation, roster)) =>
  contactsAt(team, epochOf(now)).map(
    ({ contacts, until }) =>
      `${contacts.join(" ")}${until === undefined ? "" : ` until ${instantOf(until).slice(5, 13)}`}`,
  );

test("a level by the roster reaches whoever is on call then, before its fixed contacts and once", () => {
  expect(at("2026-03-03T12:00:00Z")).toEqual(["ada until 03-09T09", "joan ada duty until 03-09T09", "lead"]);
  expect(at("2026-03-09T09:00:00Z")).toEqual(["grace until 03-16T09", "ada duty until 03-16T09", "lead"]);
});

test("before the roster begins, and without one, the fixed contacts are left", () => {
  expect(at("2026-03-01T00:00:00Z")).toEqual(["", "ada duty", "lead"]);
  expect(at("2026-03-03T12:00:00Z", teamOf(escalation))).toEqual(["", "ada duty", "lead"]);
});

test("a level that names neither contacts nor the roster is refused", () => {
  expect(() => teamOf([level("Primary", {})])).toThrow("names nobody");
});
