import { Buffer } from "node:buffer";
import { readableText } from "../../core/audience/readable-text.ts";

/** A way in which a text can hide in another. */
export interface TextForm {
  readonly name: "text" | "json" | "percent" | "folded";
  decode(text: string): string;
}

/** The forms that turn text into text; one that changes nothing gives the same string back. */
export const TEXT_FORMS: readonly TextForm[] = [
  { name: "text", decode: readableText },
  { name: "json", decode: withoutEscapes },
  { name: "percent", decode: withoutPercents },
  { name: "folded", decode: withoutFolds },
];

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([nrtbfv])|(["'/\\`]))/g;

function withoutEscapes(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(
    ESCAPE,
    (_, four?: string, braced?: string, two?: string, space?: string, same?: string) => {
      const hex = four ?? braced ?? two;
      if (hex === undefined) return space === undefined ? same! : "\n";
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff ? "\uFFFD" : String.fromCodePoint(code);
    },
  );
}

function withoutPercents(text: string): string {
  if (!text.includes("%")) return text;
  return text.replace(/(?:%[0-9a-fA-F]{2})+/g, (run) =>
    Buffer.from(run.replaceAll("%", ""), "hex").toString("utf8"),
  );
}

/** Calendars break their lines wherever these are full, in the middle of words too. */
function withoutFolds(text: string): string {
  return text.startsWith("BEGIN:VCALENDAR") ? text.replace(/\r?\n[ \t]/g, "") : text;
}
