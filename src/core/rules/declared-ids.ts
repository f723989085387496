import { allActionItems } from "../action-items/all-action-items.ts";
import type { FieldPath } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { VOCABULARIES } from "../schemas/taxonomy.ts";
import { fileOfKind } from "./file-of-kind.ts";

/** A field that gives something its id; ids of one scope must differ. */
export interface DeclaredId {
  readonly scope: string;
  readonly noun: string;
  readonly id: string;
  readonly file: string;
  readonly field: FieldPath;
}

/** Every id that is a field; ids that are file names differ by nature. */
export function declaredIds(knowledgeBase: KnowledgeBase): DeclaredId[] {
  return [
    ...ofPeople(knowledgeBase),
    ...ofSettings(knowledgeBase),
    ...ofEntries(knowledgeBase),
    ...ofLogs(knowledgeBase),
  ];
}

function ofPeople(knowledgeBase: KnowledgeBase): DeclaredId[] {
  const file = fileOfKind(knowledgeBase, "teams");
  const scope = "owner";
  return [
    ...knowledgeBase.teams.people.map(({ handle }, index) => ({
      scope,
      noun: "handle",
      id: handle,
      file,
      field: ["people", index, "handle"],
    })),
    ...knowledgeBase.teams.teams.map(({ id }, index) => ({
      scope,
      noun: "team",
      id,
      file,
      field: ["teams", index, "id"],
    })),
  ];
}

function ofSettings(knowledgeBase: KnowledgeBase): DeclaredId[] {
  const site = fileOfKind(knowledgeBase, "site");
  const taxonomy = fileOfKind(knowledgeBase, "taxonomy");
  return [
    ...["internal", "public", "restricted"].map((id) => ({
      scope: "audience",
      noun: "audience",
      id,
      file: site,
      field: ["audiences"],
    })),
    ...knowledgeBase.site.audiences.map(({ id }, index) => ({
      scope: "audience",
      noun: "audience",
      id,
      file: site,
      field: ["audiences", index, "id"],
    })),
    ...knowledgeBase.site.notifications.map(({ id }, index) => ({
      scope: "notification",
      noun: "notification",
      id,
      file: site,
      field: ["notifications", index, "id"],
    })),
    ...(["severities", ...VOCABULARIES] as const).flatMap((vocabulary) =>
      knowledgeBase.taxonomy[vocabulary].map(({ id }, index) => ({
        scope: vocabulary,
        noun: "word",
        id,
        file: taxonomy,
        field: [vocabulary, index, "id"],
      })),
    ),
  ];
}

function ofEntries(knowledgeBase: KnowledgeBase): DeclaredId[] {
  return [
    ...allActionItems(knowledgeBase).map(({ item, entry, index }) => ({
      scope: "action item",
      noun: "action item",
      id: item.id,
      file: entry.file,
      field: ["actionItems", index, "id"],
    })),
    ...knowledgeBase.services.flatMap(({ data, file }) => [
      ...data.objectives.map(({ id }, index) => ({
        scope: `objective ${file}`,
        noun: "objective",
        id,
        file,
        field: ["objectives", index, "id"],
      })),
      ...data.alerts.map(({ name }, index) => ({
        scope: `alert ${file}`,
        noun: "alert",
        id: name,
        file,
        field: ["alerts", index, "name"],
      })),
    ]),
    ...knowledgeBase.runbooks.flatMap(({ data, file }) => [
      ...data.decisions.map(({ id }, index) => ({
        scope: `decision ${file}`,
        noun: "node",
        id,
        file,
        field: ["decisions", index, "id"],
      })),
      ...data.variables.map(({ name }, index) => ({
        scope: `variable ${file}`,
        noun: "variable",
        id: name,
        file,
        field: ["variables", index, "name"],
      })),
    ]),
  ];
}

function ofLogs(knowledgeBase: KnowledgeBase): DeclaredId[] {
  return [
    ...knowledgeBase.changeLogs.flatMap(({ data, file }) =>
      data.changes.map(({ id }, index) => ({
        scope: "change",
        noun: "change",
        id,
        file,
        field: ["changes", index, "id"],
      })),
    ),
    ...knowledgeBase.journeys.flatMap(({ data, file }) =>
      data.journeys.flatMap(({ id, objectives }, index) => [
        { scope: "journey", noun: "journey", id, file, field: ["journeys", index, "id"] },
        ...objectives.map((objective, part) => ({
          scope: `objective of journey ${index}`,
          noun: "objective",
          id: objective.id,
          file,
          field: ["journeys", index, "objectives", part, "id"],
        })),
      ]),
    ),
  ];
}
