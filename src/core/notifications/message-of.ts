import { withoutHidden } from "../github/safe-text.ts";
import type { Entry } from "../knowledge-base/knowledge-base.ts";
import type { BodyPart } from "../markdown/body.ts";
import { wordsOfPage } from "../reports/words-of-page.ts";
import { FACT_NAMES, type Facts, type Notification } from "./notification.ts";

/** A message in plain words, why a target is not told of it, or what is wrong with the template. */
export type Message =
  | { readonly kind: "message"; readonly text: string; readonly facts: Facts }
  | { readonly kind: "not-for-them" }
  | { readonly kind: "bad-template"; readonly problem: string };

/**
 * What is said to one target: its template with the facts in it, or the facts alone. Customers are told of what is public
 * and under its public title; nobody is told of what only some insiders may read.
 */
export function messageOf(notification: Notification, template: Entry<"template"> | undefined): Message {
  const forCustomers = template?.data.audience === "customer";
  const readable = forCustomers ? ["public"] : ["public", "internal"];
  if (!readable.includes(notification.visibility)) return { kind: "not-for-them" };
  const { publicTitle, ...said } = notification.facts;
  const facts: Facts = forCustomers ? { ...said, title: publicTitle ?? said.title } : said;
  if (!template) return { kind: "message", text: plainMessage(facts), facts };
  const named = templateMarkup(template.body.parts);
  const unknown = [...named.matchAll(PLACEHOLDER)].map(([, name]) => name!).filter((name) => !isFact(name));
  if (unknown.length > 0)
    return {
      kind: "bad-template",
      problem: `templates/${template.id}.mdx has \`${unknown[0]}\`, which nobody fills in; known are ${FACT_NAMES.join(", ")}`,
    };
  const filled = named.replace(PLACEHOLDER, (_, name: string) =>
    asMarkup((isFact(name) && facts[name]) || "not known"),
  );
  return { kind: "message", text: withoutHidden(wordsOfPage(filled).join("\n")), facts };
}

function plainMessage({ event, title, severity, status, services, text, due, owner, url }: Facts): string {
  const lines = [
    `${event}: ${title}`,
    [severity, status, services].filter((word) => word !== undefined).join(" · "),
    text ?? "",
    [due === undefined ? "" : `Due ${due}`, owner === undefined ? "" : `owner ${owner}`]
      .filter((word) => word !== "")
      .join(", "),
    url,
  ];
  return withoutHidden(lines.filter((line) => line !== "").join("\n"));
}

const PLACEHOLDER = /<code>([^<]*)<\/code>/g;

function isFact(name: string): name is (typeof FACT_NAMES)[number] {
  return (FACT_NAMES as readonly string[]).includes(name);
}

/** A template's text as markup; links are their words, and what depends on a reader is left out. */
function templateMarkup(parts: readonly BodyPart[]): string {
  return parts
    .map((part) =>
      typeof part === "string" ? part : part.slot === "link" ? templateMarkup(part.children) : "",
    )
    .join("");
}

function asMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
