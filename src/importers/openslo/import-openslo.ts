import type { Objective } from "../../core/schemas/service.ts";
import { didYouMean } from "../../core/suggestion.ts";
import { oneLine } from "../logs/one-line.ts";
import { queryOf } from "./query-of.ts";
import { readSloDocuments, type SloDocument, type SloProblem } from "./slo-document.ts";
import { windowOf } from "./window-of.ts";

/** What an import of OpenSLO starts from. */
export interface OpenSloImport {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** Services by every name in lower case. */
  readonly services: ReadonlyMap<string, string>;
  /** The site's zone. */
  readonly zone: string;
}

/** An objective as it goes into a service; what has its usual value is left out. */
export type NewObjective = Pick<Objective, "id" | "target" | "window"> &
  Partial<Pick<Objective, "name" | "source" | "query" | "indicator">>;

/** An objective, whose it is, and where it came from. */
export interface ImportedObjective {
  readonly service: string;
  readonly objective: NewObjective;
  readonly from: string;
}

/** OpenSLO v1 documents → objectives of services, and every problem with its place. */
export function importOpenSlo({ files, services, zone }: OpenSloImport): {
  readonly objectives: readonly ImportedObjective[];
  readonly problems: readonly SloProblem[];
} {
  const read = files.map(({ name, text }) => ({ name, ...readSloDocuments(name, text) }));
  const problems = read.flatMap((file) => file.problems);
  const indicators = new Map(
    read.flatMap(({ documents }) =>
      documents.filter(({ kind }) => kind === "SLI").map((document) => [document.name, document] as const),
    ),
  );
  const objectives = read.flatMap(({ name, documents }) =>
    documents.flatMap((document) => {
      if (document.kind === "SLI") return [];
      const made = objectivesOf(document, indicators, services, zone);
      problems.push(...made.problems);
      return made.objectives.map((each) => ({ ...each, from: name }));
    }),
  );
  return { objectives, problems };
}

type Made = { objectives: Omit<ImportedObjective, "from">[]; problems: SloProblem[] };

function objectivesOf(
  document: SloDocument,
  indicators: ReadonlyMap<string, SloDocument>,
  services: ReadonlyMap<string, string>,
  zone: string,
): Made {
  const refuse = (code: string, message: string, ...path: (string | number)[]): Made => ({
    objectives: [],
    problems: [document.problem(code, message, true, ...path)],
  });
  const version = document.text("apiVersion");
  if (version !== "openslo/v1")
    return refuse(
      "unsupported-version",
      `Unexpected apiVersion \`${version ?? ""}\`, expected openslo/v1`,
      "apiVersion",
    );
  if (document.kind !== "SLO")
    return {
      objectives: [],
      problems: [
        document.problem("other-kind", `A document of kind \`${document.kind}\` is not read`, false, "kind"),
      ],
    };
  const method = document.text("spec", "budgetingMethod");
  if (method !== "Occurrences" && method !== "Timeslices")
    return refuse(
      "unsupported-method",
      `Unexpected budgeting method \`${method ?? ""}\`, expected Occurrences or Timeslices: a mean of the ratios of slices is neither a share of events nor of time`,
      "spec",
      "budgetingMethod",
    );
  const named = document.text("spec", "service") ?? "";
  const service = services.get(named.toLowerCase());
  if (service === undefined) {
    const hint = didYouMean(named, services.keys()) ?? `--map "${named}=ID" says which one it is.`;
    return refuse("unknown-service", `There is no service \`${named}\`. ${hint}`, "spec", "service");
  }
  const { window, problems } = windowOf(document, zone);
  if (window === undefined) return { objectives: [], problems };
  const list = document.value("spec", "objectives");
  const count = Array.isArray(list) ? list.length : 0;
  if (count === 0)
    return refuse("no-objective", "Expected `objectives` with at least one target, found none", "spec");
  const objectives = Array.from({ length: count }, (_, index) =>
    objectiveOf(document, index, count, method, indicators, problems),
  );
  return {
    objectives: objectives.flatMap((objective) =>
      objective === undefined ? [] : [{ service, objective: { ...objective, window } }],
    ),
    problems,
  };
}

function objectiveOf(
  document: SloDocument,
  index: number,
  count: number,
  method: "Occurrences" | "Timeslices",
  indicators: ReadonlyMap<string, SloDocument>,
  problems: SloProblem[],
): Omit<NewObjective, "window"> | undefined {
  const at = ["spec", "objectives", index] as const;
  const percent = document.value(...at, "targetPercent");
  const target = typeof percent === "number" ? percent / 100 : document.value(...at, "target");
  if (typeof target !== "number" || !(target > 0 && target < 1)) {
    const message = `Unexpected target \`${String(target)}\`, expected a share between 0 and 1 such as 0.999`;
    problems.push(document.problem("unsupported-target", message, true, ...at, "target"));
    return undefined;
  }
  const title = document.text(...at, "displayName");
  const reference = document.text("spec", "indicatorRef");
  const referred = reference === undefined ? undefined : indicators.get(reference);
  const holder = referred ?? document;
  const spec = referred === undefined ? ["spec", "indicator", "spec"] : ["spec"];
  const value = document.value(...at, "value");
  const op = document.text(...at, "op");
  const { query, problems: lost } =
    method === "Timeslices"
      ? slices(document, at)
      : queryOf(holder, spec, {
          ...(op === undefined ? {} : { op }),
          ...(typeof value === "number" ? { value } : {}),
        });
  problems.push(...lost);
  const name = document.text("metadata", "displayName");
  const indicator =
    holder.text(
      ...(referred === undefined
        ? ["spec", "indicator", "metadata", "displayName"]
        : ["metadata", "displayName"]),
    ) ?? document.text("spec", "description");
  const words = [name, count > 1 ? title : undefined].filter((part) => part !== undefined).join(": ");
  return {
    id: slug(count > 1 ? `${document.name}-${title ?? index + 1}` : document.name),
    ...(words === "" ? {} : { name: oneLine(words) }),
    target: Number(target.toFixed(12)),
    ...(query === undefined ? {} : { source: "prometheus" as const, query }),
    ...(indicator === undefined ? {} : { indicator: oneLine(indicator) }),
  };
}

/** Good slices of time are what records of incidents tell of, too: each minute is good or bad. */
function slices(
  document: SloDocument,
  at: readonly (string | number)[],
): { query?: string; problems: SloProblem[] } {
  const target = document.value(...at, "timeSliceTarget");
  const window = document.text(...at, "timeSliceWindow");
  const message = `Slices of ${window ?? "time"}${typeof target === "number" ? ` that are good above ${target}` : ""} are judged by the impact that incidents record`;
  return { problems: [document.problem("slices", message, false, ...at, "timeSliceWindow")] };
}

function slug(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return words.slice(0, 81) || "objective";
}
