const HOST =
  /(?<![a-z0-9_-])(?:(?:\d{1,3}\.){3}\d{1,3}|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]|[a-z][a-z0-9]*(?:-[a-z0-9]+){2,})(?![a-z0-9_-])/gi;

/** Last parts that make a name a file or a piece of code rather than a host, unless it has three parts or more. */
const FILE_ENDINGS = new Set(
  (
    "astro avif bash bat bin bz2 c cfg conf cpp cs css csv dat db diff doc docx env erb exe gif go gz h hpp html htm ico ini ipynb jar " +
    "java jpeg jpg js json jsonl jsx key kt less lock log lua map md mdx mjs mp4 old out patch pb pdf pem php pid pl png properties " +
    "proto ps1 py rb rs rst sass scala scss service sh so sock sql svg swift tar tf tgz tmp toml ts tsv tsx ttf txt vue wasm wav " +
    "webm webp woff woff2 xls xlsx xml yaml yml zip"
  ).split(" "),
);

/**
 * The host-like tokens of a text, in lower case: names with dots, IPv4 addresses, and machine names of at least three
 * parts with a digit in them (`checkout-db-01`). File names such as `config.yaml` are none.
 */
export function hostNames(text: string): string[] {
  if (!/[.-]/.test(text)) return [];
  return [...text.matchAll(HOST)].map((match) => match[0].toLowerCase()).filter(isHost);
}

function isHost(token: string): boolean {
  const parts = token.split(".");
  if (parts.length === 1) return /\d/.test(token) && token.length <= 63;
  if (parts.every((part) => /^\d+$/.test(part))) return parts.every((part) => Number(part) < 256);
  return parts.length > 2 || !FILE_ENDINGS.has(parts[1]!);
}
