import type { Finding } from "../finding.ts";
import type { KnowledgeBase } from "../knowledge-base/knowledge-base.ts";
import { entriesWithBody } from "./entries-with-body.ts";

/** Pictures of other hosts, which pages show as links. */
export function imageRemote(knowledgeBase: KnowledgeBase): readonly Finding[] {
  return entriesWithBody(knowledgeBase).flatMap(({ file, body }) =>
    body.links.flatMap(({ href, remote }, link) =>
      remote
        ? [
            {
              code: "image-remote",
              message: `Unexpected picture of another host \`${href}\`, which is shown as a link`,
              help: "Put the picture into the content folder to show it.",
              spot: { file, link },
            },
          ]
        : [],
    ),
  );
}
