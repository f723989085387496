import type { ViewContext } from "./view-context.ts";

/** A file for whoever hosts the site. */
export interface HostFile {
  readonly path: string;
  readonly content: string;
}

/**
 * What hosts and crawlers read at the root: headers in the form of Cloudflare Pages and Netlify, robots.txt, and for a public
 * site with a name of its own the CNAME by which GitHub Pages knows it. Crawlers look for robots.txt at the root of a host
 * alone, so under a base path it is for whoever serves that root.
 */
export function hostFiles({ projection, base }: ViewContext): HostFile[] {
  const { reader, site } = projection;
  const headers = { path: "_headers", content: headersOf(base, reader.internal) };
  if (reader.id !== "public")
    return [headers, { path: "robots.txt", content: "User-agent: *\nDisallow: /\n" }];
  const [origin = "", host = ""] = /^https?:\/\/([^/?#]+)/i.exec(site.url) ?? [];
  const hostname = host.toLowerCase();
  const robots = `User-agent: *\nAllow: ${base}\n\nSitemap: ${origin}${base}sitemap.xml\n`;
  const own =
    base === "/" && /^[a-z0-9.-]+\.[a-z]+$/.test(hostname) && !/\.(?:github|gitlab)\.io$/.test(hostname);
  return [
    headers,
    { path: "robots.txt", content: robots },
    ...(own ? [{ path: "CNAME", content: `${hostname}\n` }] : []),
  ];
}

/**
 * The policy of what a page may run stands in the page, since pages differ: a policy of the host's for all of them would
 * forbid the status page its own style. Outsiders may frame the widget, and other sites may read what is told to programs.
 */
function headersOf(base: string, internal: boolean): string {
  return `${base}*
  Content-Security-Policy: base-uri 'none'; form-action 'none'${internal ? "; frame-ancestors 'none'" : ""}
  X-Content-Type-Options: nosniff
  Referrer-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Cross-Origin-Opener-Policy: same-origin
${base}_astro/*
  Cache-Control: public, max-age=31536000, immutable
${base}offline-worker.js
  Cache-Control: no-cache
${base}status/worker.js
  Cache-Control: no-cache
${internal ? "" : `${base}api/*\n  Access-Control-Allow-Origin: *\n${base}status/*\n  Access-Control-Allow-Origin: *\n`}`;
}
