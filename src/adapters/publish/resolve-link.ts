/** Where a link leads: elsewhere, to a path of the site, or to nothing that is an address. */
export type ResolvedLink =
  | { readonly kind: "external" | "malformed" | "outside-base" | "no-trailing-slash" }
  | {
      readonly kind: "internal" /** From the base, without a slash in front. */;
      readonly path: string;
      readonly fragment: string;
    };

/** Resolves a link of a file as a browser would when the site stands under its base path. */
export function resolveLink(
  link: string,
  file: string,
  site: { readonly base: string; readonly origin?: string },
): ResolvedLink {
  let rest = link;
  if (/^[a-z][a-z0-9+.-]*:/i.test(link)) {
    if (site.origin === undefined || !startsWithOrigin(link, site.origin)) return { kind: "external" };
    rest = link.slice(site.origin.length) || "/";
    if (!rest.startsWith("/")) rest = `/${rest}`;
  } else if (link.startsWith("//")) return { kind: "external" };
  const hash = rest.indexOf("#");
  const fragment = hash === -1 ? "" : decoded(rest.slice(hash + 1).replace(/:~:.*$/s, ""));
  const beforeHash = hash === -1 ? rest : rest.slice(0, hash);
  const query = beforeHash.indexOf("?");
  const written = query === -1 ? beforeHash : beforeHash.slice(0, query);
  const path = decoded(written);
  if (path === undefined || fragment === undefined || written.includes("\\")) return { kind: "malformed" };
  const here = site.base + file.replace(/(^|\/)index\.html$/, "$1");
  const full =
    path === ""
      ? here
      : withoutDots(path.startsWith("/") ? path : here.slice(0, here.lastIndexOf("/") + 1) + path);
  if (`${full}/` === site.base) return { kind: "no-trailing-slash" };
  // A full address beside the site is another site on the same host; a path from the root that leaves it is a slip.
  if (!full.startsWith(site.base)) return { kind: rest === link ? "outside-base" : "external" };
  return { kind: "internal", path: full.slice(site.base.length), fragment };
}

function startsWithOrigin(link: string, origin: string): boolean {
  return link.startsWith(origin) && /^(?:[/?#]|$)/.test(link.slice(origin.length));
}

function withoutDots(path: string): string {
  if (!path.includes("/.")) return path;
  const segments: string[] = [];
  const parts = path.split("/").slice(1);
  parts.forEach((part, n) => {
    const last = n === parts.length - 1;
    if (part === "..") segments.pop();
    if (part !== "." && part !== "..") segments.push(part);
    else if (last) segments.push("");
  });
  return `/${segments.join("/")}`;
}

function decoded(text: string): string | undefined {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
