import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mediaName } from "../../src/core/addresses.ts";
import { project } from "../../src/core/audience/project.ts";
import { readerOf } from "../../src/core/audience/reader.ts";
import { epochOf } from "../../src/core/time.ts";
import { copyMedia } from "../../src/loader/copy-media.ts";
import { readContent } from "../../src/loader/read-content.ts";
import { contentFolder } from "../support/content-folder.ts";
import { png, pngChunk } from "../support/pictures.ts";

const NOW = epochOf("2026-04-01T08:00:00Z");
const secret = pngChunk("tEXt", Buffer.from("Comment\0taken by ada at home"));
const picture = (colour: number) => png([pngChunk("bKGD", Buffer.from([0, colour, 0, 0, 0, 0])), secret]);
const runbook = (visibility: string, text: string) =>
  `---\ntitle: A runbook\nvisibility: ${visibility}\nservices: [checkout]\nowner: payments\n---\n\n## Mitigation\n\n${text}\n`;

const FILES = {
  "runbooks/open.mdx": runbook(
    "public",
    "![Seen](../images/open.png)\n\n<Internal>\n\n![Inner](../images/inner.png)\n\n</Internal>",
  ),
  "runbooks/ours.mdx": runbook("internal", "![Ours](../images/ours.png)"),
  "runbooks/closed.mdx": runbook("restricted", "![Closed](../images/closed.png)"),
  "images/open.png": picture(1),
  "images/inner.png": picture(2),
  "images/ours.png": picture(3),
  "images/closed.png": picture(4),
  "images/shown-nowhere.png": picture(5),
};

function published(audience: string) {
  const { content, root } = contentFolder(FILES);
  const { knowledgeBase } = readContent(content, join(root, "cache"));
  const { assets } = project(knowledgeBase!, readerOf(knowledgeBase!.site, audience)!, NOW);
  const media = join(root, "media");
  copyMedia(content, assets, media);
  const names = new Map(knowledgeBase!.assets.map((asset) => [mediaName(asset), asset.path]));
  return readdirSync(media).map((name) => ({
    path: names.get(name),
    bytes: readFileSync(join(media, name)),
  }));
}

describe("pictures of a site", () => {
  test.each([
    ["public", ["images/open.png"]],
    ["internal", ["images/inner.png", "images/open.png", "images/ours.png"]],
  ])("are for the %s audience those of entries that it may read", (audience, expected) => {
    const paths = published(audience)
      .map(({ path }) => path)
      .sort();
    expect(paths.filter((path) => !path?.startsWith("images/2026"))).toEqual(expected);
  });

  test("carry none of the words that were written into them, and the author's own file keeps them", () => {
    for (const { bytes } of published("internal")) expect(bytes.includes("taken by ada")).toBe(false);
    expect(FILES["images/open.png"].includes("taken by ada")).toBe(true);
  });
});
