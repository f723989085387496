import { bodyProblem, issueBody } from "./issue-rules.ts";
import type { ServedIssue, ServedPull, ServedRepository } from "./repository.ts";
import { type Answered, type Asked, absent, invalid, pageOf, type Rule, textsIn } from "./rule.ts";

const PULLS = "REST API endpoints for pull requests";

/** What GitHub's pull requests, reviews, permissions and dispatches do. */
export const PULL_RULES: readonly Rule[] = [
  {
    route: "GET /pulls",
    cites: `${PULLS}: List pull requests; head is user:branch`,
    answer: ({ repository, query, fullName }) => {
      const head = query.get("head")?.split(":")[1];
      const state = query.get("state") ?? "open";
      const found = pullsOf(repository).filter(
        (one) => (head === undefined || one.pull.head === head) && (state === "all" || one.state === state),
      );
      return pageOf(
        found.toReversed().map((one) => pullBody(repository, one, fullName)),
        query,
      );
    },
  },
  {
    route: "POST /pulls",
    cites: `${PULLS}: Create a pull request; 422 “A pull request already exists for user:branch.” while one is open, “No commits between” when there is nothing to merge`,
    answer: ({ repository, body, author, fullName }) => {
      const head = String(body.head);
      const base = String(body.base);
      const standing = repository.refs.get(`refs/heads/${head}`);
      const target = repository.refs.get(`refs/heads/${base}`);
      if (standing === undefined || target === undefined)
        return invalid("Validation Failed", { resource: "PullRequest", field: "head", code: "invalid" });
      if (
        pullsOf(repository).some(
          (one) => one.state === "open" && one.pull.head === head && one.pull.base === base,
        )
      )
        return invalid("Validation Failed", {
          resource: "PullRequest",
          code: "custom",
          message: `A pull request already exists for ${fullName.split("/")[0]}:${head}.`,
        });
      if (repository.comesAfter(target, standing))
        return invalid("Validation Failed", { message: `No commits between ${base} and ${head}` });
      const tooLong = bodyProblem(body.body);
      if (tooLong) return tooLong;
      const one = {
        number: repository.issues.length + 1,
        title: String(body.title),
        body: typeof body.body === "string" ? body.body : null,
        state: "open" as const,
        state_reason: null,
        closed_at: null,
        labels: [],
        assignees: [],
        author,
        pull: { head, base, draft: body.draft === true, merged_at: null, reviewers: [], reviews: [] },
      };
      repository.issues.push(one);
      return { status: 201, body: pullBody(repository, one, fullName) };
    },
  },
  {
    route: "GET /pulls/{number}",
    cites: `${PULLS}: Get a pull request`,
    answer: (asked) =>
      withPull(asked, (one) => ({ status: 200, body: pullBody(asked.repository, one, asked.fullName) })),
  },
  {
    route: "PATCH /pulls/{number}",
    cites: `${PULLS}: Update a pull request`,
    answer: (asked) =>
      withPull(asked, (one) => {
        const { body, now } = asked;
        if (typeof body.title === "string") one.title = body.title;
        if (typeof body.body === "string") one.body = body.body;
        if (body.state === "open" || body.state === "closed") {
          one.state = body.state;
          one.closed_at = body.state === "closed" ? now : null;
        }
        return { status: 200, body: pullBody(asked.repository, one, asked.fullName) };
      }),
  },
  {
    route: "PUT /pulls/{number}/merge",
    cites: `${PULLS}: Merge a pull request; 405 when it cannot be merged`,
    answer: (asked) => withPull(asked, (one) => merged(asked, one)),
  },
  {
    route: "GET /pulls/{number}/files",
    cites: `${PULLS}: List pull requests files`,
    answer: (asked) =>
      withPull(asked, ({ pull }) => {
        const before = asked.repository.filesAt(pull.base);
        const files = [...asked.repository.filesAt(pull.head)].filter(
          ([path, sha]) => before.get(path) !== sha,
        );
        return pageOf(
          files.map(([filename, sha]) => ({
            filename,
            sha,
            status: before.has(filename) ? "modified" : "added",
          })),
          asked.query,
        );
      }),
  },
  {
    route: "GET /pulls/{number}/reviews",
    cites: "REST API endpoints for pull request reviews: List reviews for a pull request",
    answer: (asked) =>
      withPull(asked, ({ pull }) =>
        pageOf(
          pull.reviews.map((login) => ({ user: { login } })),
          asked.query,
        ),
      ),
  },
  {
    route: "POST /pulls/{number}/requested_reviewers",
    cites:
      "REST API endpoints for review requests: Request reviewers; 422 when the user is not a collaborator or wrote it",
    answer: (asked) =>
      withPull(asked, (one) => {
        const people = textsIn(asked.body.reviewers);
        if (people.some((login) => !asked.repository.people.has(login)))
          return invalid(
            "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.",
          );
        if (people.includes(one.author))
          return invalid("Review cannot be requested from pull request author.");
        for (const login of people) if (!one.pull.reviewers.includes(login)) one.pull.reviewers.push(login);
        return { status: 201, body: pullBody(asked.repository, one, asked.fullName) };
      }),
  },
  {
    route: "GET /collaborators/{login}/permission",
    cites: "REST API endpoints for collaborators: Get repository permissions for a user",
    answer: ({ repository, at }) => ({
      status: 200,
      body: {
        permission: at.login === "octo" ? "admin" : repository.people.has(at.login!) ? "write" : "read",
      },
    }),
  },
  {
    route: "POST /dispatches",
    cites:
      "REST API endpoints for repositories: Create a repository dispatch event; 204, 422 with more than 10 keys in client_payload",
    answer: ({ repository, body }) => {
      const payload = (body.client_payload ?? {}) as object;
      if (
        typeof body.event_type !== "string" ||
        body.event_type.length > 100 ||
        Object.keys(payload).length > 10
      )
        return invalid("Invalid request.");
      repository.dispatches.push(body);
      return { status: 204 };
    },
  },
  {
    route: "POST /actions/workflows/{workflow}/dispatches",
    cites: "REST API endpoints for workflows: Create a workflow dispatch event; 204, at most 25 inputs",
    answer: ({ repository, body, at }) => {
      if (typeof body.ref !== "string" || Object.keys((body.inputs ?? {}) as object).length > 25)
        return invalid("Invalid request.");
      repository.dispatches.push({ ...body, workflow: at.workflow });
      return { status: 204 };
    },
  },
  {
    route: "GET ",
    cites: "REST API endpoints for repositories: Get a repository",
    answer: ({ fullName, repository }) => ({
      status: 200,
      body: { full_name: fullName, default_branch: "main", private: false, has_issues: repository.hasIssues },
    }),
  },
];

type ServedPullRequest = ServedIssue & { readonly pull: ServedPull };

function pullsOf(repository: ServedRepository): ServedPullRequest[] {
  return repository.issues.filter((one): one is ServedPullRequest => one.pull !== undefined);
}

function pullBody(repository: ServedRepository, one: ServedPullRequest, fullName: string) {
  const { pull } = one;
  const { pull_request: _, ...rest } = issueBody(one, fullName);
  return {
    ...rest,
    draft: pull.draft,
    merged_at: pull.merged_at,
    merged: pull.merged_at !== null,
    head: { ref: pull.head, sha: repository.refs.get(`refs/heads/${pull.head}`) ?? "0".repeat(40) },
    base: { ref: pull.base },
    requested_reviewers: pull.reviewers.map((login) => ({ login })),
  };
}

/** Every file of the branch lands on the base as one commit, as a squash does. */
function merged({ repository, now }: Asked, one: ServedPullRequest): Answered {
  const { head, base } = one.pull;
  const standing = repository.refs.get(`refs/heads/${head}`);
  const target = repository.refs.get(`refs/heads/${base}`);
  if (one.state !== "open" || standing === undefined || target === undefined)
    return { status: 405, body: { message: "Pull Request is not mergeable" } };
  const first = firstCommitOf(repository, standing, target);
  const before = repository.trees.get(repository.commits.get(first)!.tree)!;
  const paths = new Map(repository.filesAt(base));
  for (const [path, sha] of repository.filesAt(head)) if (before.get(path) !== sha) paths.set(path, sha);
  const sha = repository.addCommit(one.title, repository.addTree(paths), [target], now);
  repository.refs.set(`refs/heads/${base}`, sha);
  one.state = "closed";
  one.closed_at = now;
  one.pull.merged_at = now;
  return { status: 200, body: { merged: true, sha } };
}

/** The commit at which a branch left another. */
function firstCommitOf(repository: ServedRepository, from: string, target: string): string {
  let sha = from;
  while (!repository.comesAfter(target, sha)) sha = repository.commits.get(sha)!.parents[0]!;
  return sha;
}

function withPull(asked: Asked, answer: (one: ServedPullRequest) => Answered): Answered {
  const one = pullsOf(asked.repository).find(({ number }) => number === Number(asked.at.number));
  return one ? answer(one) : absent;
}
