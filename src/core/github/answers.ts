// What is read of GitHub's answers; whatever else they hold is passed over.
import { z } from "zod";

const login = z.object({ login: z.string(), type: z.string().optional() }).nullable();
const label = z.union([z.string(), z.object({ name: z.string().nullish() })]);
const logins = z
  .array(z.object({ login: z.string() }))
  .nullish()
  .transform((all) => (all ?? []).map((one) => one.login));
const names = z
  .array(label)
  .default([])
  .transform((all) => all.flatMap((one) => (typeof one === "string" ? one : (one.name ?? []))));

/** A repository. */
export const repositoryAnswer = z.object({ full_name: z.string(), default_branch: z.string() });

/** A git ref. */
export const refAnswer = z.object({ ref: z.string(), object: z.object({ sha: z.string() }) });

/** A commit of the git database. */
export const commitAnswer = z.object({
  sha: z.string(),
  message: z.string(),
  tree: z.object({ sha: z.string() }),
  parents: z.array(z.object({ sha: z.string() })).default([]),
});

/** What was made in the git database, by its name. */
export const objectAnswer = z.object({ sha: z.string() });

/** What stands at a path: a file, or the list of a folder. */
export const contentAnswer = z.union([
  z.array(z.unknown()),
  z.object({
    type: z.string(),
    sha: z.string(),
    content: z.string().optional(),
    encoding: z.string().optional(),
  }),
]);

/** An issue, or the issue's side of a pull request. */
export const issueAnswer = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]),
  state_reason: z.string().nullish(),
  labels: names,
  assignees: logins,
  user: login.optional(),
  closed_at: z.string().nullish(),
  pull_request: z.unknown().optional(),
});
export type IssueAnswer = z.output<typeof issueAnswer>;

/** A pull request. */
export const pullRequestAnswer = z.object({
  number: z.number(),
  html_url: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  state: z.enum(["open", "closed"]),
  draft: z.boolean().optional(),
  merged_at: z.string().nullish(),
  labels: names,
  user: login.optional(),
  head: z.object({ ref: z.string(), sha: z.string() }),
  assignees: logins,
  requested_reviewers: logins,
});
export type PullRequestAnswer = z.output<typeof pullRequestAnswer>;

/** Who may be assigned. */
export const personAnswer = z.object({ login: z.string() });

/** A review of a pull request. */
export const reviewAnswer = z.object({ user: login.optional() });

/** A comment of an issue or pull request. */
export const commentAnswer = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z.string().nullish(),
  created_at: z.string(),
  author_association: z.string().optional(),
  user: login.optional(),
});
export type CommentAnswer = z.output<typeof commentAnswer>;

/** A whole tree of the git database. */
export const treeAnswer = z.object({
  tree: z.array(z.object({ path: z.string(), type: z.string(), mode: z.string(), sha: z.string() })),
  truncated: z.boolean().default(false),
});

/** The bytes of a file of the git database. */
export const blobAnswer = z.object({ content: z.string(), encoding: z.literal("base64") });

/** What somebody may do in a repository: `permission` knows four words, `role_name` more. */
export const permissionAnswer = z.object({ permission: z.string(), role_name: z.string().optional() });
