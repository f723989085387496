/** What an address in contributed text may be. */
export type Address =
  | { readonly kind: "internal" }
  | { readonly kind: "external" }
  | { readonly kind: "refused"; readonly reason: string };

/** Judges an address after entities were decoded: http, https, mailto, a path or a fragment pass. */
export function judgeAddress(href: string): Address {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these inside addresses, so they hide schemes
  if (/[\u0000-\u001f\u007f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(href))
    return refused("holds an invisible character");
  if (href.includes("\\")) return refused("holds a backslash");
  if (/^\s|\s$/.test(href)) return refused("begins or ends with a space");
  if (href === "") return refused("is empty");
  if (href.startsWith("//")) return refused("has no scheme, expected https://");
  const scheme = /^([^/?#]*?)(?::|%3a|&colon;)/i.exec(href)?.[1];
  if (scheme === undefined) return { kind: "internal" };
  if (/^https?$/i.test(scheme))
    return /^https?:\/\/[^/\s?#]+/i.test(href) ? { kind: "external" } : refused("names no host");
  if (/^mailto$/i.test(scheme)) return { kind: "external" };
  return refused(`has the scheme \`${scheme.slice(0, 20)}:\`, expected https:, http: or mailto:`);
}

function refused(reason: string): Address {
  return { kind: "refused", reason };
}
