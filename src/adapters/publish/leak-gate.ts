import { Buffer, isUtf8 } from "node:buffer";
import { base64Runs, joinPieces } from "./base64-runs.ts";
import { decompress } from "./decompress.ts";
import { imageMetadata } from "./image-metadata.ts";
import type { Leak } from "./leak.ts";
import { pagefindText } from "./pagefind-text.ts";
import { type SecretSearch, searchSecrets } from "./search-secrets.ts";
import { TEXT_FORMS } from "./text-forms.ts";
import { utf16Runs } from "./utf16-runs.ts";

/** In bytes that are no text, a stretch of this many readable characters is no chance. */
const READABLE_STRETCH = /[\t\n\r\x20-\x7e]{16,}/g;
/** How many layers of encoding are undone, one inside the other. */
const DEEPEST = 7;

/** Every secret in one file of a site, whatever form it takes there, and in the file's own path. */
export function findLeaks(file: string, bytes: Uint8Array, search: SecretSearch): Leak[] {
  const leaks = new Map<string, Leak>();
  const report: Report = (trail, text, noise, passages = true) => {
    for (const hit of searchSecrets(search, text, noise, passages)) {
      const key = `${hit.kind} ${hit.token}`;
      // The outermost form is the one to look for; the same token in further layers adds nothing.
      if (!leaks.has(key)) leaks.set(key, { file, form: trail, ...hit });
    }
  };
  const tooLarge = (trail: string): void => {
    leaks.set("unreadable", { file, form: trail, token: "expands beyond 256 MB", kind: "unreadable" });
  };
  readText(file, "name", 1, report, tooLarge);
  readBytes(bytes, file, "", 0, report, tooLarge);
  return [...leaks.values()];
}

type Report = (trail: string, text: string, noise: boolean, passages?: boolean) => void;

function readBytes(
  bytes: Uint8Array,
  name: string,
  trail: string,
  depth: number,
  report: Report,
  tooLarge: (trail: string) => void,
): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const here = trail === "" ? "raw" : trail;
  if (!isUtf8(buffer)) {
    const characters = buffer.toString("latin1");
    report(here, characters, true);
    const readable = characters.match(READABLE_STRETCH);
    if (readable) readText(readable.join("\n"), here, depth + 1, report, tooLarge);
  } else {
    readText(buffer.toString("utf8"), here, depth, report, tooLarge);
    if (!buffer.includes(0)) return;
  }
  if (depth >= DEEPEST) return;
  const inner = decompress(buffer, name);
  if (inner.kind === "too-large") tooLarge(here);
  if (inner.kind === "decoded")
    readBytes(
      inner.bytes,
      name.replace(/\.[^.]*$/, ""),
      inside(trail, inner.by),
      depth + 1,
      report,
      tooLarge,
    );
  const words = pagefindText(buffer);
  if (words !== "") report(inside(trail, "cbor"), words, false);
  const wide = utf16Runs(buffer);
  if (wide !== "") readText(wide, inside(trail, "utf-16"), depth + 1, report, tooLarge);
  for (const part of imageMetadata(buffer)) {
    report(inside(trail, "metadata"), Buffer.from(part).toString("latin1"), false);
    readBytes(part, "", inside(trail, "metadata"), depth + 1, report, tooLarge);
  }
}

function readText(
  text: string,
  trail: string,
  depth: number,
  report: Report,
  tooLarge: (trail: string) => void,
): void {
  const readings = depth >= DEEPEST ? [] : TEXT_FORMS.filter((form) => !trail.endsWith(form.name));
  const decoded = readings.map((form) => form.decode(text));
  // Where there is markup, its reading holds every sentence, those of attributes and comments too.
  const marked = readings[0]?.name === "text" && decoded[0] !== text;
  report(trail, text, false, !marked);
  readings.forEach((form, n) => {
    if (decoded[n] !== text) readText(decoded[n]!, inside(trail, form.name), depth + 1, report, tooLarge);
  });
  if (depth >= DEEPEST) return;
  const chance: Uint8Array[] = [];
  for (const piece of base64Runs(text)) {
    if (isReadable(piece) || hasKnownStart(piece))
      readBytes(piece, "", inside(trail, "base64"), depth + 1, report, tooLarge);
    else chance.push(piece);
  }
  if (chance.length > 0)
    readBytes(joinPieces(chance), "", inside(trail, "base64"), depth + 1, report, tooLarge);
}

function inside(trail: string, form: string): string {
  return trail === "" || trail === "raw" ? form : `${trail}, ${form}`;
}

/** Text without control characters; twelve bytes of chance are that one time in a hundred thousand. */
function isReadable(bytes: Uint8Array): boolean {
  for (const byte of bytes)
    if (byte === 127 || (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13)) return false;
  return isUtf8(bytes);
}

/** The first two bytes of what `readBytes` can open, or of text in UTF-16. */
function hasKnownStart([a = 1, b = 1]: Uint8Array): boolean {
  return a === 0 || b === 0 || KNOWN_STARTS.has(a * 256 + b);
}

const KNOWN_STARTS = new Set([
  ...[0x1f8b, 0x28b5, 0x7801, 0x785e, 0x789c, 0x78da],
  ...[0x8950, 0xffd8, 0x4749, 0x5249],
  ...[0xfffe, 0xfeff],
]);
