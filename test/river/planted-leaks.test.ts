import { Buffer } from "node:buffer";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { encodePng } from "../../src/adapters/publish/encode-png.ts";
import { findLeaks } from "../../src/adapters/publish/leak-gate.ts";
import { secretSearch } from "../../src/adapters/publish/search-secrets.ts";
import { collectSecrets } from "../../src/core/audience/leak-tokens.ts";
import { gatherStatus } from "../../src/core/views/status/gather-status.ts";
import { listingFiles, statusSite } from "../../src/site/status/status-site.ts";
import { pngChunk } from "../support/pictures.ts";
import { openIncident, pastIncident, plannedWork, statusContext } from "../support/status-example.ts";

const ID = "2026-05-03-inner-outage";
const context = statusContext([
  openIncident("checkout", "partial_outage", 2),
  pastIncident("checkout", "2026-05-02"),
  plannedWork("move", "checkout", "2026-06-01T02:00:00Z", "2026-06-01T03:00:00Z"),
]);
const files = new Map(
  [...statusSite(context), ...listingFiles(gatherStatus(context), ["/status/"])].map(({ path, content }) => [
    path,
    Buffer.from(typeof content === "string" ? content : encodePng(content)),
  ]),
);
const search = secretSearch(
  collectSecrets(["<p>Nobody of the night shift knew of the inner pool.</p>"], [], [ID], ["grace-hidden"]),
);
const leaksIn = (path: string, bytes: Uint8Array) => findLeaks(path, bytes, search);
const text = (path: string) => files.get(path)!.toString("utf8");

test("the files of the status hold no leak as they are", () => {
  for (const [path, bytes] of files) expect(leaksIn(path, bytes), path).toEqual([]);
});

const codes = [...ID].map((char) => `&#${char.charCodeAt(0)};`).join("");
const page = "status/index.html";
const png = () => {
  const whole = files.get("status/card.png")!;
  const end = whole.length - 12;
  const comment = pngChunk("tEXt", Buffer.from(`Comment\0about ${ID}`, "latin1"));
  return Buffer.concat([whole.subarray(0, end), comment, whole.subarray(end)]);
};

test.each<[string, string, () => string | Buffer]>([
  ["as words of the page", page, () => text(page).replace("</main>", `<p>${ID}</p></main>`)],
  ["as a title of a day", page, () => text(page).replace('title="', `title="${ID} `)],
  ["as a comment of the page", page, () => text(page).replace("</main>", `<!-- ${ID} --></main>`)],
  ["in references", page, () => text(page).replace("</main>", `${codes}</main>`)],
  ["as a mention of a person", page, () => text(page).replace("</main>", "<p>@grace-hidden</p></main>")],
  [
    "as a sentence",
    page,
    () => text(page).replace("</main>", "<p>Nobody of the night shift knew of the inner pool.</p></main>"),
  ],
  [
    "in the API, escaped",
    "api/v2/summary.json",
    () => text("api/v2/summary.json").replace('"name":"', `"name":"${ID.replaceAll("-", "\\u002d")} `),
  ],
  [
    "in the API as an address",
    "api/v2/incidents.json",
    () => text("api/v2/incidents.json").replace('"shortlink":"', `"shortlink":"https://x.example/${ID}/#`),
  ],
  ["in a feed", "history.atom", () => text("history.atom").replace("<![CDATA[", `<![CDATA[${ID} `)],
  ["in the JSON feed", "history.json", () => text("history.json").replace('"title": "', `"title": "${ID} `)],
  [
    "in the calendar, broken by its fold",
    "maintenance.ics",
    () => text("maintenance.ics").replace("SUMMARY:", `SUMMARY:${ID.slice(0, 14)}\r\n ${ID.slice(14)} `),
  ],
  [
    "in a label of a metric",
    "status/metrics.txt",
    () => `${text("status/metrics.txt")}x{incident="${ID}"} 1\n`,
  ],
  [
    "in base64 in a badge",
    "status/badge.svg",
    () => text("status/badge.svg").replace("</svg>", `<desc>${btoa(`by ${ID} at`)}</desc></svg>`),
  ],
  [
    "in the map, in percent form",
    "sitemap.xml",
    () => text("sitemap.xml").replace("<loc>", `<loc>${ID.replaceAll("-", "%2D")}/`),
  ],
  ["in UTF-16", "llms.txt", () => Buffer.from(`about ${ID}.`, "utf16le")],
  [
    "in a packed fragment of the index",
    "pagefind/fragment/en_1.pf_fragment",
    () => gzipSync(`{"content":"${ID}"}`),
  ],
  ["in the metadata of a picture", "status/card.png", png],
  ["as the name of a file", `status/badges/${ID}.svg`, () => text("status/badge.svg")],
])("a leak is caught %s", (_, path, planted) => {
  expect(leaksIn(path, Buffer.from(planted())).length).toBeGreaterThan(0);
});
