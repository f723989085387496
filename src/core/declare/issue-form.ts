import { stringify } from "yaml";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { impactLevel } from "../schemas/incident.ts";
import { FORM_FIELDS, type FormField, INCIDENT_LABEL } from "./form-fields.ts";

/** GitHub's form for declaring an incident, its choices from taxonomy and services; the same knowledge gives the same bytes. */
export function issueForm({ taxonomy, services }: KnowledgeBase): string {
  const severities = taxonomy.severities.map(({ id, name }) => `${id}: ${name}`);
  const form = {
    name: "Declare an incident",
    description: "Something is broken: begin its record, find who commands, and keep customers informed.",
    labels: [INCIDENT_LABEL],
    body: [
      {
        type: "markdown",
        attributes: {
          value:
            "The title says what is broken, for colleagues. What you write here is read by a program, which begins the record and answers below. Whoever may write in this repository can declare an incident.",
        },
      },
      choice("severity", severities, {
        required: true,
        description: taxonomy.severities.map(({ id, description }) => `${id}: ${description}`).join(" "),
      }),
      choice(
        "services",
        services.map(({ id }) => id),
        { required: true, multiple: true },
      ),
      choice(
        "impact",
        // GitHub adds `None` by itself, and refuses a form that offers it.
        impactLevel.options.filter((level) => level !== "none").map((level) => level.replaceAll("_", " ")),
        {},
      ),
      choice("visibility", ["internal", "public"], {
        required: true,
        description: "Public: the status page shows it within minutes.",
        default: 0,
      }),
      line("started", "14:05Z or 2026-03-14T14:05:00Z; empty when that is not known."),
      line("publicTitle", "What customers read as its name; needed when it is public."),
      area("update", "Plain words, no names of people or machines. Only for a public incident."),
      area("what", "What was seen, and where. Stays among colleagues."),
    ],
  };
  // GitHub reads forms by the rules of YAML 1.1, where a service called `on` would be no text.
  return `${HEAD}\n${stringify(form, { lineWidth: 0, version: "1.1" })}`;
}

const HEAD =
  "# Written by `tidemark github form` from taxonomy.yaml and the services: change those, and run it again.";

function choice(
  id: FormField,
  options: readonly string[],
  more: { required?: true; multiple?: true; description?: string; default?: number },
): object {
  const { required, description, ...attributes } = more;
  return {
    type: "dropdown",
    id,
    attributes: {
      label: FORM_FIELDS[id],
      ...(description === undefined ? {} : { description }),
      ...attributes,
      options,
    },
    ...(required ? { validations: { required: true } } : {}),
  };
}

function line(id: FormField, description: string): object {
  return { type: "input", id, attributes: { label: FORM_FIELDS[id], description } };
}

function area(id: FormField, description: string): object {
  return { type: "textarea", id, attributes: { label: FORM_FIELDS[id], description } };
}
