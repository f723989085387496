import type { ServedComment, ServedIssue, ServedRepository } from "./repository.ts";
import { type Answered, type Asked, absent, invalid, pageOf, type Rule, textsIn } from "./rule.ts";

const ISSUES = "REST API endpoints for issues";
const GONE: Answered = {
  status: 410,
  body: { message: "Issues has been disabled in this repository.", status: "410" },
};
const REACTIONS = ["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"];

/** What GitHub's issues, comments, labels, assignees and reactions do; every pull request is an issue too. */
export const ISSUE_RULES: readonly Rule[] = [
  {
    route: "GET /issues",
    cites: `${ISSUES}: List repository issues; by labels and state, pull requests are among them`,
    answer: ({ repository, query, fullName }) => {
      if (!repository.hasIssues) return GONE;
      const labels = (query.get("labels") ?? "").split(",").filter((label) => label !== "");
      const state = query.get("state") ?? "open";
      const found = repository.issues.filter(
        (issue) =>
          (state === "all" || issue.state === state) && labels.every((label) => issue.labels.includes(label)),
      );
      return pageOf(
        found.toReversed().map((issue) => issueBody(issue, fullName)),
        query,
      );
    },
  },
  {
    route: "POST /issues",
    cites: `${ISSUES}: Create an issue; 410 when issues are disabled, 422 on invalid assignees; nothing keeps it from being made twice`,
    answer: (asked) => {
      const { repository, body, author, fullName } = asked;
      if (!repository.hasIssues) return GONE;
      const assignees = textsIn(body.assignees);
      if (
        typeof body.title !== "string" ||
        body.title === "" ||
        assignees.some((one) => !repository.people.has(one))
      )
        return invalid("Validation Failed", { resource: "Issue", field: "assignees", code: "invalid" });
      const tooLong = bodyProblem(body.body);
      if (tooLong) return tooLong;
      const issue: ServedIssue = {
        number: repository.issues.length + 1,
        title: body.title,
        body: typeof body.body === "string" ? body.body : null,
        state: "open",
        state_reason: null,
        closed_at: null,
        labels: textsIn(body.labels),
        assignees,
        author,
      };
      repository.issues.push(issue);
      return { status: 201, body: issueBody(issue, fullName) };
    },
  },
  {
    route: "GET /issues/{number}",
    cites: `${ISSUES}: Get an issue`,
    answer: (asked) => withIssue(asked, (issue) => ({ status: 200, body: issueBody(issue, asked.fullName) })),
  },
  {
    route: "PATCH /issues/{number}",
    cites: `${ISSUES}: Update an issue; labels and assignees are replaced`,
    answer: (asked) =>
      withIssue(asked, (issue) => {
        const { body, now } = asked;
        const tooLong = bodyProblem(body.body);
        if (tooLong) return tooLong;
        if (typeof body.title === "string") issue.title = body.title;
        if (typeof body.body === "string") issue.body = body.body;
        if (body.labels !== undefined) issue.labels = textsIn(body.labels);
        if (body.assignees !== undefined)
          issue.assignees = textsIn(body.assignees).filter((one) => asked.repository.people.has(one));
        if (body.state === "open" || body.state === "closed") {
          issue.state = body.state;
          issue.closed_at = body.state === "closed" ? now : null;
          issue.state_reason = typeof body.state_reason === "string" ? body.state_reason : null;
        }
        return { status: 200, body: issueBody(issue, asked.fullName) };
      }),
  },
  {
    route: "POST /issues/{number}/labels",
    cites: "REST API endpoints for labels: Add labels to an issue; those that it has stay",
    answer: (asked) =>
      withIssue(asked, (issue) => {
        issue.labels = [...new Set([...issue.labels, ...textsIn(asked.body.labels)])];
        return { status: 200, body: issue.labels.map((name) => ({ name })) };
      }),
  },
  {
    route: "DELETE /issues/{number}/labels/{name}",
    cites: "REST API endpoints for labels: Remove a label from an issue",
    answer: (asked) =>
      withIssue(asked, (issue) => {
        if (!issue.labels.includes(asked.at.name!)) return absent;
        issue.labels = issue.labels.filter((label) => label !== asked.at.name);
        return { status: 200, body: issue.labels.map((name) => ({ name })) };
      }),
  },
  {
    route: "GET /assignees",
    cites: "REST API endpoints for issue assignees: List assignees; who may be assigned",
    answer: ({ repository, query }) =>
      pageOf(
        [...repository.people].map((login) => ({ login })),
        query,
      ),
  },
  {
    route: "POST /issues/{number}/assignees",
    cites:
      "REST API endpoints for issue assignees: Add assignees; who cannot be assigned is silently left out",
    answer: (asked) =>
      withIssue(asked, (issue) => {
        const people = textsIn(asked.body.assignees).filter((one) => asked.repository.people.has(one));
        issue.assignees = [...new Set([...issue.assignees, ...people])];
        return { status: 201, body: issueBody(issue, asked.fullName) };
      }),
  },
  {
    route: "GET /issues/{number}/comments",
    cites: "REST API endpoints for issue comments: List issue comments, in order",
    answer: (asked) =>
      withIssue(asked, ({ number }) =>
        pageOf(
          asked.repository.comments
            .filter(({ issue }) => issue === number)
            .map((comment) => commentBody(comment, asked)),
          asked.query,
        ),
      ),
  },
  {
    route: "POST /issues/{number}/comments",
    cites:
      "REST API endpoints for issue comments: Create an issue comment; nothing keeps it from being made twice",
    answer: (asked) =>
      withIssue(asked, ({ number }) => {
        const { repository, body, author, now } = asked;
        const tooLong = bodyProblem(body.body);
        if (tooLong) return tooLong;
        const id = 1_000 + repository.comments.length;
        const comment = { id, issue: number, body: String(body.body), author, created_at: now };
        repository.comments.push(comment);
        return { status: 201, body: commentBody(comment, asked) };
      }),
  },
  {
    route: "GET /issues/comments/{id}",
    cites: "REST API endpoints for issue comments: Get an issue comment",
    answer: (asked) => {
      const comment = asked.repository.comments.find(({ id }) => id === Number(asked.at.id));
      return comment ? { status: 200, body: commentBody(comment, asked) } : absent;
    },
  },
  {
    route: "PATCH /issues/comments/{id}",
    cites: "REST API endpoints for issue comments: Update an issue comment",
    answer: (asked) => {
      const comment = asked.repository.comments.find(({ id }) => id === Number(asked.at.id));
      if (!comment) return absent;
      comment.body = String(asked.body.body);
      return { status: 200, body: commentBody(comment, asked) };
    },
  },
  {
    route: "POST /issues/comments/{id}/reactions",
    cites:
      "REST API endpoints for reactions: Create reaction for an issue comment; 200 when you reacted so already",
    answer: (asked) =>
      asked.repository.comments.some(({ id }) => id === Number(asked.at.id))
        ? reacted(asked, `comment/${asked.at.id}`)
        : absent,
  },
  {
    route: "POST /issues/{number}/reactions",
    cites: "REST API endpoints for reactions: Create reaction for an issue; 200 when you reacted so already",
    answer: (asked) => withIssue(asked, ({ number }) => reacted(asked, `issue/${number}`)),
  },
  {
    route: "GET /issues/comments/{id}/reactions",
    cites: "REST API endpoints for reactions: List reactions for an issue comment",
    answer: ({ repository, at, query }) =>
      pageOf(
        repository.reactions
          .filter(({ to }) => to === `comment/${at.id}`)
          .map(({ content, author }) => ({ content, user: { login: author } })),
        query,
      ),
  },
];

/** An issue as GitHub tells of it. */
export function issueBody(issue: ServedIssue, fullName: string) {
  const { author, pull, labels, assignees, ...rest } = issue;
  return {
    ...rest,
    html_url: `https://github.com/${fullName}/${pull ? "pull" : "issues"}/${issue.number}`,
    labels: labels.map((name) => ({ name })),
    assignees: assignees.map((login) => ({ login })),
    user: { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" },
    ...(pull ? { pull_request: { merged_at: pull.merged_at } } : {}),
  };
}

/** GitHub takes 65,536 characters. */
export function bodyProblem(body: unknown): Answered | undefined {
  return typeof body === "string" && body.length > 65_536
    ? invalid("Validation Failed", "body is too long (maximum is 65536 characters)")
    : undefined;
}

function commentBody({ issue, author, ...comment }: ServedComment, { repository, fullName }: Asked) {
  return {
    ...comment,
    html_url: `https://github.com/${fullName}/issues/${issue}#issuecomment-${comment.id}`,
    issue_url: `https://api.github.com/repos/${fullName}/issues/${issue}`,
    author_association: author === "octo" ? "OWNER" : repository.people.has(author) ? "COLLABORATOR" : "NONE",
    user: { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" },
  };
}

function reacted({ repository, body, author }: Asked, to: string): Answered {
  const content = String(body.content);
  if (!REACTIONS.includes(content)) return invalid("Validation Failed");
  const standing = (repository as ServedRepository).reactions.some(
    (one) => one.to === to && one.content === content && one.author === author,
  );
  if (!standing) repository.reactions.push({ to, content, author });
  return { status: standing ? 200 : 201, body: { content, user: { login: author } } };
}

function withIssue(asked: Asked, answer: (issue: ServedIssue) => Answered): Answered {
  const issue = asked.repository.issues.find(({ number }) => number === Number(asked.at.number));
  return issue ? answer(issue) : absent;
}
