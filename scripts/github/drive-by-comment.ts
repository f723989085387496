import type { GitHubClient } from "../../src/adapters/github/client.ts";
import { readComments, readIssue } from "../../src/adapters/github/reads.ts";
import type { CommentEvent } from "../../src/core/declare/event.ts";
import { incidentBranch } from "../../src/core/declare/incident-branch.ts";
import { faceEffects, recordEffects } from "../../src/core/declare/plan-record.ts";
import { safeLine } from "../../src/core/github/safe-text.ts";
import { readStanding } from "../../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "../command.ts";
import type { PlanFlags } from "./carry-out.ts";
import { type Decision, onHead } from "./on-head.ts";
import { recordAddress } from "./record-address.ts";
import { saidComments } from "./said-comments.ts";
import { settleComments } from "./settle-comments.ts";

/** Records what comments of an incident's issue say, shows it on the issue, and answers each. */
export async function driveByComment(
  context: CommandContext<PlanFlags>,
  client: GitHubClient,
  event: CommentEvent,
): Promise<ExitCode> {
  const { number, html_url: address } = event.issue;
  return onHead(context, client, incidentBranch(number), async (known, place): Promise<Decision> => {
    const { knowledgeBase } = known;
    const incident = knowledgeBase.incidents.find(({ data }) => data.tracker === address);
    const issue = incident && (await readIssue(client, number));
    const path = incident?.file.slice(knowledgeBase.root.length + 1) ?? "";
    const standing = incident && readStanding(context.contentDir, path);
    if (!incident || !issue || !standing) {
      const remark = `#${number} is the issue of no incident that can be changed.`;
      return { plan: { effects: [], remarks: [remark] }, code: 0 };
    }
    const comments = saidComments(await readComments(client, number), event);
    const settled = await settleComments(
      client,
      context.contentDir,
      known,
      incident,
      standing.text,
      number,
      comments,
    );
    const { text, entry, says, answers } = settled;
    const files =
      text === standing.text ? [] : [{ path: `${place.folder}/${path}`, text, was: standing.text }];
    const message = safeLine(`${incident.id}: ${says.join(", ")}`, 100);
    const by = knowledgeBase.site.policies.declare;
    const own = { ...issue, body: issue.body ?? "" };
    const record = recordAddress(client, place, path);
    const effects = [
      ...recordEffects(files, message, { ...place, by }, number),
      ...faceEffects(knowledgeBase, entry, own, record),
      ...answers,
    ];
    return { plan: { effects, remarks: [] }, code: 0 };
  });
}
