import type { TokenKind } from "../../core/audience/leak-tokens.ts";

/** Something internal in a file of the site. */
export interface Leak {
  /** From the site's folder. */
  readonly file: string;
  /** How it stands there, from the outside in: `raw`, `text`, `gzip, json`, `name` for the file's own name. */
  readonly form: string;
  /** The token, or the first eight words of the passage; for an unreadable file, why. */
  readonly token: string;
  /** `unreadable`: the file could not be decoded, so nobody can say what is in it. */
  readonly kind: TokenKind | "passage" | "unreadable";
}
