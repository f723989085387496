// The only file that writes to GitHub. Every effect is carried out once, however often it is asked for; docs/github.md says by which key.
import { createHash, randomUUID } from "node:crypto";
import {
  commentAnswer,
  issueAnswer,
  objectAnswer,
  pullRequestAnswer,
  refAnswer,
} from "../../core/github/answers.ts";
import { CLAIM_LASTS, type Claim, claimMessage, claimRef } from "../../core/github/claim.ts";
import type { FileChange, GitHubEffect, Thread } from "../../core/github/github-effect.ts";
import type { GitHubPlan } from "../../core/github/github-plan.ts";
import { markedBody } from "../../core/github/issue-body.ts";
import { threadWords } from "../../core/github/plan-text.ts";
import type { GitHubClient, Shape } from "./client.ts";
import { GitHubFailure } from "./github-failure.ts";
import {
  findComment,
  findIssue,
  readBlobName,
  readDefaultBranch,
  readHead,
  readIssue,
  readPullRequest,
  readPullRequests,
  readRef,
  readReviewers,
  readStandingClaim,
} from "./reads.ts";

/** What came of one effect: made anew, or found to be so already. */
export interface AppliedEffect {
  readonly effect: GitHubEffect;
  readonly done: "made" | "stood";
  readonly number?: number;
  readonly address?: string;
}

/** What came of a plan, and what people should know of it. */
export interface Applied {
  readonly effects: readonly AppliedEffect[];
  readonly remarks: readonly string[];
}

type Outcome = Omit<AppliedEffect, "effect">;
type Effect<Name extends GitHubEffect["do"]> = Extract<GitHubEffect, { do: Name }>;

interface Applying {
  readonly client: GitHubClient;
  readonly remarks: string[];
  /** Numbers of threads that this run made or found, by key or branch. */
  readonly numbers: Map<string, number>;
}

const ANYTHING: Shape<unknown> = { safeParse: (data) => ({ success: true, data }) };

/** Carries a plan out, in order; what was done stays done when one effect fails, and the next run goes on from there. */
export async function applyPlan(
  client: GitHubClient,
  plan: GitHubPlan,
  told: (applied: AppliedEffect) => void = () => {},
): Promise<Applied> {
  const applying: Applying = { client, remarks: [], numbers: new Map() };
  const effects: AppliedEffect[] = [];
  for (const { effect } of plan.effects) {
    const applied = { effect, ...(await apply(applying, effect)) };
    effects.push(applied);
    told(applied);
  }
  return { effects, remarks: applying.remarks };
}

async function apply(applying: Applying, effect: GitHubEffect): Promise<Outcome> {
  switch (effect.do) {
    case "commit":
      return await commit(applying, effect);
    case "begin-branch":
      return await beginBranch(applying, effect);
    case "open-pull-request":
      return await openPullRequest(applying, effect);
    case "create-issue":
      return await createIssue(applying, effect);
    case "update":
      return await update(applying, effect);
    case "mark":
      return await mark(applying, effect);
    case "ask-review":
      return await askReview(applying, effect);
    case "comment":
      return await comment(applying, effect);
    case "react":
      return await react(applying, effect);
  }
}

async function commit(
  { client }: Applying,
  { branch, onto, message, files }: Effect<"commit">,
): Promise<Outcome> {
  const name = branch ?? (await readDefaultBranch(client));
  for (let attempt = 0; attempt < 5; attempt++) {
    const head = await readHead(client, name);
    if (head === undefined) throw new GitHubFailure(`There is no branch ${name}.`);
    if (await stands(client, head.sha, files)) return { done: attempt === 0 ? "stood" : "made" };
    if (onto !== undefined && head.sha !== onto)
      throw new GitHubFailure(`${name} moved on meanwhile; nothing was committed.`, { again: true });
    const sha = await makeCommit(client, message, files, head);
    const moved = await moveRef(client, `heads/${name}`, sha);
    if (moved) return { done: "made" };
  }
  throw new GitHubFailure(`Others keep changing ${name}: nothing was committed.`, { again: true });
}

async function beginBranch(
  { client }: Applying,
  { branch, message, files }: Effect<"begin-branch">,
): Promise<Outcome> {
  if ((await readRef(client, `heads/${branch}`)) !== undefined) return { done: "stood" };
  const base = await readDefaultBranch(client);
  const head = await readHead(client, base);
  if (head === undefined) throw new GitHubFailure(`There is no branch ${base}.`);
  await stands(client, head.sha, files);
  const sha = await makeCommit(client, message, files, head);
  const standing = await makeRef(client, `heads/${branch}`, sha);
  return { done: standing === sha ? "made" : "stood" };
}

async function openPullRequest(
  { client, numbers }: Applying,
  { branch, title, body, draft }: Effect<"open-pull-request">,
): Promise<Outcome> {
  const look = async () => (await readPullRequests(client, branch))[0];
  const standing = await look();
  const base = await readDefaultBranch(client);
  const post = (asDraft: boolean) =>
    once(
      () =>
        client.write(pullRequestAnswer, "POST /pulls", { head: branch, base, title, body, draft: asDraft }),
      look,
      // GitHub lets a branch have one open pull request.
      true,
    );
  const pull =
    standing ??
    (await post(draft === true).catch((error) => {
      if (draft !== true || !(error instanceof GitHubFailure) || !/draft/i.test(error.message)) throw error;
      return post(false);
    }));
  numbers.set(branch, pull.number);
  return { done: standing === undefined ? "made" : "stood", number: pull.number, address: pull.html_url };
}

async function createIssue(
  applying: Applying,
  { key, title, body, labels, assignees }: Effect<"create-issue">,
): Promise<Outcome> {
  const { client, numbers } = applying;
  const look = () => findIssue(client, labels[0], key);
  const recorded = (await readStandingClaim(client, `issue/${key}`))?.claim.made;
  const known = recorded === undefined ? undefined : await readIssue(client, recorded);
  const made =
    known ??
    (await holding(client, `issue/${key}`, look, () =>
      client.write(issueAnswer, "POST /issues", { title, body: markedBody(body, key), labels }),
    ));
  numbers.set(key, made.number);
  if (assignees.length > 0 && made.assignees.length === 0)
    await mark(applying, { of: { number: made.number }, labels: [], assignees });
  return { done: known === undefined ? "made" : "stood", number: made.number, address: made.html_url };
}

async function update(applying: Applying, effect: Effect<"update">): Promise<Outcome> {
  const { client } = applying;
  const { of, title, body, state, reason, labels, assignees } = effect;
  const number = await numberOf(applying, of);
  const issue = await existing(client, of, number);
  const same = (wanted: readonly string[] | undefined, standing: readonly string[]) =>
    wanted === undefined || JSON.stringify([...wanted].sort()) === JSON.stringify([...standing].sort());
  const stood =
    (title ?? issue.title) === issue.title &&
    (body ?? issue.body ?? "").replace(/\r\n/g, "\n") === (issue.body ?? "").replace(/\r\n/g, "\n") &&
    (state ?? issue.state) === issue.state &&
    same(labels, issue.labels) &&
    same(assignees, issue.assignees);
  if (!stood)
    await again(() =>
      client.write(issueAnswer, "PATCH /issues/{number}", {
        number,
        ...(title === undefined ? {} : { title }),
        ...(body === undefined ? {} : { body }),
        ...(state === undefined || state === issue.state ? {} : { state, state_reason: reason }),
        ...(labels === undefined ? {} : { labels }),
        ...(assignees === undefined ? {} : { assignees }),
      }),
    );
  return { done: stood ? "stood" : "made", number, address: issue.html_url };
}

/** Adding what is there already changes nothing, so that it may be tried again. */
async function mark(
  applying: Applying,
  { of, labels, assignees }: Omit<Effect<"mark">, "do">,
): Promise<Outcome> {
  const { client, remarks } = applying;
  const number = await numberOf(applying, of);
  const issue = await existing(client, of, number);
  const newLabels = labels.filter((label) => !issue.labels.includes(label));
  const newPeople = assignees.filter((login) => !has(issue.assignees, login));
  if (newPeople.length > 0) {
    const after = await again(() =>
      client.write(issueAnswer, "POST /issues/{number}/assignees", { number, assignees: newPeople }),
    );
    const left = newPeople.filter((login) => !has(after.assignees, login));
    if (left.length > 0) remarks.push(`GitHub lets nobody assign ${left.join(", ")} to #${number}.`);
  }
  // Last: by its labels a later run knows that a thread has all that belongs to it.
  if (newLabels.length > 0)
    await again(() => client.write(ANYTHING, "POST /issues/{number}/labels", { number, labels: newLabels }));
  const done = newLabels.length + newPeople.length === 0 ? "stood" : "made";
  return { done, number, address: issue.html_url };
}

async function askReview(applying: Applying, { of, reviewers }: Effect<"ask-review">): Promise<Outcome> {
  const { client, remarks } = applying;
  const number = await numberOf(applying, of);
  const pull = await readPullRequest(client, number);
  const known = [
    ...pull.requested_reviewers,
    ...(await readReviewers(client, number)),
    ...(pull.user ? [pull.user.login] : []),
  ];
  const wanted = reviewers.filter((login) => !has(known, login));
  let asked = 0;
  // One by one: GitHub refuses all of them when one may not be asked.
  for (const login of wanted)
    try {
      const route = "POST /pulls/{number}/requested_reviewers";
      await again(() => client.write(ANYTHING, route, { number, reviewers: [login] }));
      asked++;
    } catch (error) {
      if (!(error instanceof GitHubFailure) || error.status !== 422) throw error;
      remarks.push(`GitHub lets nobody ask ${login} to review #${number}.`);
    }
  return { done: asked > 0 ? "made" : "stood", number, address: pull.html_url };
}

async function comment(applying: Applying, { of, key, body }: Effect<"comment">): Promise<Outcome> {
  const { client } = applying;
  const number = await numberOf(applying, of);
  const look = () => findComment(client, number, key);
  const standing = await look();
  if (standing) return { done: "stood", number, address: standing.html_url };
  const made = await holding(client, `thread/${number}`, look, () =>
    client.write(commentAnswer, "POST /issues/{number}/comments", { number, body: markedBody(body, key) }),
  );
  return { done: "made", number, address: made.html_url };
}

/** GitHub keeps one reaction of a kind per person, so that it may be tried again. */
async function react({ client }: Applying, { to, with: content }: Effect<"react">): Promise<Outcome> {
  const route =
    "comment" in to ? "POST /issues/comments/{number}/reactions" : "POST /issues/{number}/reactions";
  const number = "comment" in to ? to.comment : to.issue;
  await again(() => client.write(ANYTHING, route, { number, content }));
  return { done: "made" };
}

/**
 * Makes what GitHub would make twice, under the claim of a key: nobody else makes it meanwhile, and whoever holds the
 * claim looks first. A claim whose holder was killed, or does not know what became of its request, ends by itself.
 */
async function holding<Made extends { readonly html_url: string }>(
  client: GitHubClient,
  key: string,
  look: () => Promise<Made | undefined>,
  make: () => Promise<Made>,
): Promise<Made> {
  const { clock } = client.settings;
  const until = clock() + CLAIM_LASTS;
  const held = await claim(client, key, { until });
  let made = await look();
  if (made === undefined) {
    if (clock() > until - CLAIM_LASTS / 3)
      throw new GitHubFailure(`It took too long to claim ${key}.`, { again: true });
    try {
      made = await once(make, look, false);
    } catch (error) {
      // Certainly not made: the next run need not wait for the claim to end.
      if (error instanceof GitHubFailure && !error.mayBeDone) await release(client, key, held, { until: 0 });
      throw error;
    }
  }
  const { number } = made as { readonly number?: number };
  await release(client, key, held, { until: 0, ...(number === undefined ? {} : { made: number }) });
  return made;
}

async function claim(client: GitHubClient, key: string, wanted: Claim): Promise<string> {
  const standing = await readStandingClaim(client, key);
  const now = client.settings.clock();
  const taken = () =>
    new GitHubFailure(`Another run is at work on ${key}: try again in a quarter of an hour.`, {
      again: true,
    });
  if (standing && standing.claim.until > now) throw taken();
  const base = standing ?? (await readHead(client, await readDefaultBranch(client)));
  if (base === undefined) throw new GitHubFailure(`${client.settings.repository} is empty.`);
  const sha = await makeObject(client, "/git/commits", {
    // Two runs of one second would else make the same commit, and both hold the claim.
    message: `${claimMessage(wanted, key)}\nHolder: ${randomUUID()}`,
    tree: base.tree,
    parents: standing ? [standing.sha] : [],
  });
  const mine = standing
    ? await moveRef(client, claimRef(key), sha)
    : (await makeRef(client, claimRef(key), sha)) === sha;
  if (!mine) throw taken();
  return sha;
}

/** A claim that cannot be given back ends by itself. */
async function release(client: GitHubClient, key: string, held: string, after: Claim): Promise<void> {
  const standing = await readStandingClaim(client, key);
  if (standing?.sha !== held) return;
  const sha = await makeObject(client, "/git/commits", {
    message: claimMessage(after, key),
    tree: standing.tree,
    parents: [held],
  });
  await moveRef(client, claimRef(key), sha);
}

/** Creates a ref, which GitHub does once per name, and tells where it stands then. */
async function makeRef(client: GitHubClient, ref: string, sha: string): Promise<string> {
  return await once(
    async () => (await client.write(refAnswer, "POST /git/refs", { ref: `refs/${ref}`, sha })).object.sha,
    () => readRef(client, ref),
    true,
  );
}

/** Moves a ref forward, which GitHub does only from what the new commit comes after, and tells whether it stands there. */
async function moveRef(client: GitHubClient, ref: string, sha: string): Promise<boolean> {
  try {
    await client.write(refAnswer, "PATCH /git/refs/{+ref}", { ref, sha, force: false });
    return true;
  } catch (error) {
    if (!(error instanceof GitHubFailure)) throw error;
    const refused = error.status === 422 || error.status === 409;
    if (!refused && !error.mayBeDone) throw error;
    const standing = await readRef(client, ref);
    if (standing === sha) return true;
    if (refused && !/protected|rule/i.test(error.message)) return false;
    throw error;
  }
}

async function makeCommit(
  client: GitHubClient,
  message: string,
  files: readonly FileChange[],
  { sha, tree }: { readonly sha: string; readonly tree: string },
): Promise<string> {
  const entries = files.map(({ path, text }) => ({
    path,
    mode: "100644",
    type: "blob",
    ...(text === null ? { sha: null } : { content: text }),
  }));
  const made = await makeObject(client, "/git/trees", { base_tree: tree, tree: entries });
  return await makeObject(client, "/git/commits", { message, tree: made, parents: [sha] });
}

/** An object of git's database: nothing refers to it yet, so that making it twice harms nobody. */
async function makeObject(client: GitHubClient, path: string, parameters: object): Promise<string> {
  return (await again(() => client.write(objectAnswer, `POST ${path}`, { ...parameters }))).sha;
}

/** Whether a commit holds the files as wanted; refused when one is neither that nor what the plan was made from. */
async function stands(client: GitHubClient, sha: string, files: readonly FileChange[]): Promise<boolean> {
  let all = true;
  for (const { path, text, was } of files) {
    const standing = await readBlobName(client, path, sha);
    if (standing === blobName(text)) continue;
    all = false;
    if (was !== undefined && standing !== blobName(was))
      throw new GitHubFailure(`${path} was changed meanwhile; nothing was committed.`, { again: true });
  }
  return all;
}

/** What a write made, or, where GitHub refuses it as taken or does not say, what is read back. */
async function once<Made>(
  write: () => Promise<Made>,
  readBack: () => Promise<Made | undefined>,
  unique: boolean,
): Promise<Made> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !(error.mayBeDone || error.status === 422)) throw error;
      const made = await readBack();
      if (made !== undefined) return made;
      if (!unique || !error.mayBeDone || attempt === 3) throw error;
    }
  }
}

/** Writes what may be written twice, three times at most. */
async function again<Value>(write: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++)
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof GitHubFailure) || !error.mayBeDone || attempt === 3) throw error;
    }
}

/** What stands of a thread: pull requests are issues too, but only their own address tells of every one. */
async function existing(client: GitHubClient, of: Thread, number: number) {
  if ("pullRequest" in of) return await readPullRequest(client, number);
  const issue = await readIssue(client, number);
  if (issue === undefined)
    throw new GitHubFailure(`There is no #${number} in ${client.settings.repository}.`);
  return issue;
}

async function numberOf({ client, numbers }: Applying, of: Thread): Promise<number> {
  if ("number" in of) return of.number;
  const name = "issue" in of ? of.issue : of.pullRequest;
  const known =
    numbers.get(name) ??
    ("issue" in of
      ? (await readStandingClaim(client, `issue/${name}`))?.claim.made
      : (await readPullRequests(client, name))[0]?.number);
  if (known === undefined)
    throw new GitHubFailure(`There is no such thing yet: ${threadWords(of)}.`, { again: true });
  return known;
}

/** The name that git gives a text. */
function blobName(text: string | null): string | undefined {
  if (text === null) return undefined;
  const bytes = Buffer.from(text);
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

/** Logins are the same in capitals. */
function has(logins: readonly string[], login: string): boolean {
  return logins.some((other) => other.toLowerCase() === login.toLowerCase());
}
