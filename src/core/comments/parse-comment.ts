import { impactLevel, MILESTONES } from "../schemas/incident.ts";
import { runbookUse } from "../schemas/incident-response.ts";
import { nearest } from "../suggestion.ts";
import type { Epoch } from "../time.ts";
import { COMMANDS, type Command, type CommandProblem } from "./command.ts";
import { readTime } from "./read-time.ts";
import { type SaidCommand, splitComment } from "./split-comment.ts";

/** The commands of a comment in order, and what looks like one and cannot be read. */
export interface ParsedComment {
  readonly commands: readonly Command[];
  readonly problems: readonly CommandProblem[];
}

/** More than these in one comment are no work of a person. */
const MOST_COMMANDS = 20;
/** What a record takes in one piece. */
const MOST_CHARACTERS = 10_000;
const NAMES = Object.keys(COMMANDS) as Command["name"][];

/** A comment of somebody → commands; its words are data, whatever they hold. */
export function parseComment(body: string, now: Epoch): ParsedComment {
  const said = splitComment(body, (word) => isName(word) || nearest(word, NAMES) !== undefined);
  if (said.length > MOST_COMMANDS)
    return {
      commands: [],
      problems: [
        {
          line: said[MOST_COMMANDS]!.line,
          message: `Unexpected ${said.length} commands in one comment, expected at most ${MOST_COMMANDS}`,
        },
      ],
    };
  const commands: Command[] = [];
  const problems: CommandProblem[] = [];
  for (const each of said) {
    const read = readCommand(each, now);
    if ("name" in read) commands.push(read);
    else problems.push({ line: each.line, ...read });
  }
  return { commands, problems };
}

type Refused = Omit<CommandProblem, "line">;

function readCommand(said: SaidCommand, now: Epoch): Command | Refused {
  const { word, rest, line } = said;
  if (!isName(word))
    return {
      message: `Unexpected command \`/${word}\``,
      help: `Did you mean \`${COMMANDS[nearest(word, NAMES) as Command["name"]]}\`?`,
    };
  const [first = "", ...more] = rest.split(/\s+/).filter((part) => part !== "");
  switch (word) {
    case "severity":
      return first === "" || more.length > 0
        ? like(word, "one severity")
        : { name: word, severity: first, line };
    case "status":
      if (first === "resolved")
        return { message: "Unexpected status `resolved`", help: "`/resolve` ends the incident." };
      return first === "" || more.length > 0
        ? like(word, "one status")
        : oneOf("status", first, STATUSES, (status) => ({ name: word, status, line }));
    case "commander":
      return first === "" || more.length > 0
        ? like(word, "one person")
        : { name: word, person: first.replace(/^@/, ""), line };
    case "impact":
      return readImpact(rest, line);
    case "milestone": {
      if (first === "" || more.length > 1) return like(word, "a milestone and when it was");
      const time = readTime(more[0] ?? "now", now);
      if ("problem" in time) return refused(time);
      return oneOf("milestone", first, MILESTONES, (milestone) => ({
        name: word,
        milestone,
        at: time.at,
        line,
      }));
    }
    case "update":
    case "note": {
      const text = wordsOf(said);
      return text === "" ? like(word, "words") : (tooLong(text) ?? { name: word, text, line });
    }
    case "runbook": {
      if (first === "") return like(word, "a runbook and whether it helped");
      const note = more.slice(1).join(" ");
      return oneOf("outcome", more[0] ?? "helped", runbookUse.shape.outcome.options, (outcome) => ({
        name: word,
        runbook: first,
        outcome,
        line,
        ...(note === "" ? {} : { note }),
      }));
    }
    case "resolve": {
      const timed = /^(?:now|\d{1,2}:\d{2}\S*|\d{4}-\d{2}-\d{2}T\S+)$/.test(first);
      const time = timed ? readTime(first, now) : undefined;
      if (time && "problem" in time) return refused(time);
      const text = wordsOf(timed ? { ...said, rest: more.join(" ") } : said);
      const wrong = tooLong(text);
      if (wrong) return wrong;
      return { name: word, line, ...(time ? { at: time.at } : {}), ...(text === "" ? {} : { text }) };
    }
  }
}

const STATUSES = ["investigating", "identified", "monitoring"] as const;

function readImpact(rest: string, line: number): Command | Refused {
  const parts = rest.split(/[\s,]+/).filter((part) => part !== "");
  if (parts.length === 0) return like("impact", "a service and how badly it is hurt");
  const components = [];
  for (const part of parts) {
    const [service = "", level = "", ...more] = part.split("=");
    if (service === "" || level === "" || more.length > 0)
      return like("impact", "a service and how badly it is hurt");
    const known = impactLevel.safeParse(level.toLowerCase().replaceAll("-", "_"));
    if (!known.success) {
      const guess = nearest(level, impactLevel.options);
      return {
        message: `Unexpected level \`${level}\``,
        help: guess
          ? `Did you mean \`${service}=${guess}\`?`
          : `Expected one of ${impactLevel.options.join(", ")}.`,
      };
    }
    components.push({ service, level: known.data });
  }
  return { name: "impact", components, line };
}

/** Why words do not fit into a record. */
function tooLong({ length }: string): Refused | undefined {
  return length <= MOST_CHARACTERS
    ? undefined
    : { message: `Unexpected words of ${length} characters, expected at most ${MOST_CHARACTERS}` };
}

/** What stands behind the word and below it, as paragraphs. */
function wordsOf({ rest, below }: SaidCommand): string {
  return [rest, ...below]
    .map((line) => line.replaceAll("\t", " ").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function oneOf<Word extends string>(
  what: string,
  word: string,
  words: readonly Word[],
  make: (word: Word) => Command,
): Command | Refused {
  const found = words.find((each) => each === word.toLowerCase().replaceAll("_", "-"));
  if (found !== undefined) return make(found);
  const guess = nearest(word, words);
  return {
    message: `Unexpected ${what} \`${word}\``,
    help: guess === undefined ? `Expected one of ${words.join(", ")}.` : `Did you mean \`${guess}\`?`,
  };
}

function like(name: Command["name"], expected: string): Refused {
  return { message: `Expected ${expected} behind \`/${name}\``, help: `For example \`${COMMANDS[name]}\`.` };
}

function refused({ problem, help }: { readonly problem: string; readonly help?: string }): Refused {
  return { message: problem, ...(help === undefined ? {} : { help }) };
}

function isName(word: string): word is Command["name"] {
  return Object.hasOwn(COMMANDS, word);
}
