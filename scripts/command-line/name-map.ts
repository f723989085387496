import { InvalidArgumentError, Option } from "commander";

/** `--map "Ada Lovelace=ada"`: what foreign names mean. */
export function nameMap(description: string): Option {
  return new Option("--map <name=id>", description).argParser(asNameMap).default(new Map(), "none");
}

function asNameMap(text: string, before: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const at = text.lastIndexOf("=");
  if (at < 1 || at === text.length - 1)
    throw new InvalidArgumentError('Expected a name and what it means, such as "Ada Lovelace=ada".');
  return new Map([...before, [text.slice(0, at), text.slice(at + 1)]]);
}
