import type { ServedRepository } from "./repository.ts";
import { type Answered, absent, invalid, type Rule } from "./rule.ts";

const REFS = "REST API endpoints for Git references";

/** What GitHub's git database does. */
export const GIT_RULES: readonly Rule[] = [
  {
    route: "GET /git/ref/{+ref}",
    cites: `${REFS}: Get a reference; 404 when it does not match exactly`,
    answer: ({ repository, at }) => refAnswer(repository, `refs/${at.ref}`) ?? absent,
  },
  {
    route: "GET /git/matching-refs/{+ref}",
    cites: `${REFS}: List matching references; all that begin with it`,
    answer: ({ repository, at }) => ({
      status: 200,
      body: [...repository.refs.keys()]
        .filter((ref) => ref.startsWith(`refs/${at.ref}`))
        .map((ref) => refAnswer(repository, ref)?.body),
    }),
  },
  {
    route: "POST /git/refs",
    cites: `${REFS}: Create a reference; fully qualified with two slashes, 422 when it exists or the object does not`,
    answer: ({ repository, body }) => {
      const ref = String(body.ref);
      const sha = String(body.sha);
      if (!/^refs\/[^/]+\/.+/.test(ref)) return invalid(`${ref} is not a valid ref name.`);
      if (repository.refs.has(ref)) return invalid("Reference already exists");
      if (!repository.commits.has(sha)) return invalid("Object does not exist");
      repository.refs.set(ref, sha);
      return { status: 201, body: refAnswer(repository, ref)!.body };
    },
  },
  {
    route: "PATCH /git/refs/{+ref}",
    cites: `${REFS}: Update a reference; 422 unless it is a fast-forward update or forced`,
    answer: ({ repository, at, body }) => {
      const ref = `refs/${at.ref}`;
      const sha = String(body.sha);
      const standing = repository.refs.get(ref);
      if (standing === undefined) return invalid("Reference does not exist");
      if (!repository.commits.has(sha)) return invalid("Object does not exist");
      if (body.force !== true && !repository.comesAfter(sha, standing))
        return invalid("Update is not a fast forward");
      repository.refs.set(ref, sha);
      return { status: 200, body: refAnswer(repository, ref)!.body };
    },
  },
  {
    route: "DELETE /git/refs/{+ref}",
    cites: `${REFS}: Delete a reference`,
    answer: ({ repository, at }) =>
      repository.refs.delete(`refs/${at.ref}`) ? { status: 204 } : invalid("Reference does not exist"),
  },
  {
    route: "POST /git/blobs",
    cites: "REST API endpoints for Git blobs: Create a blob",
    answer: ({ repository, body }) => ({
      status: 201,
      body: {
        sha: repository.addBlob(
          body.encoding === "base64"
            ? Buffer.from(String(body.content), "base64").toString("utf8")
            : String(body.content),
        ),
      },
    }),
  },
  {
    route: "POST /git/trees",
    cites:
      "REST API endpoints for Git trees: Create a tree; base_tree stays save for what is named, sha null takes away",
    answer: ({ repository, body }) => {
      const base = repository.trees.get(String(body.base_tree)) ?? new Map<string, string>();
      const paths = new Map(base);
      for (const entry of Array.isArray(body.tree) ? body.tree : []) {
        const { path, content, sha } = entry as Record<string, unknown>;
        if (typeof content === "string") paths.set(String(path), repository.addBlob(content));
        else if (sha === null && paths.has(String(path))) paths.delete(String(path));
        else if (typeof sha === "string" && repository.blobs.has(sha)) paths.set(String(path), sha);
        else return invalid("GitRPC::BadObjectState");
      }
      return { status: 201, body: { sha: repository.addTree(paths) } };
    },
  },
  {
    route: "GET /git/trees/{sha}",
    cites: "REST API endpoints for Git trees: Get a tree, recursive",
    answer: ({ repository, at }) => {
      const sha =
        repository.commits.get(repository.refs.get(`refs/heads/${at.sha}`) ?? at.sha!)?.tree ?? at.sha!;
      const paths = repository.trees.get(sha);
      if (!paths) return absent;
      const tree = [...paths].map(([path, blob]) => ({ path, mode: "100644", type: "blob", sha: blob }));
      return { status: 200, body: { sha, tree, truncated: false } };
    },
  },
  {
    route: "GET /git/blobs/{sha}",
    cites: "REST API endpoints for Git blobs: Get a blob, base64",
    answer: ({ repository, at }) => {
      const text = repository.blobs.get(at.sha!);
      if (text === undefined) return absent;
      return {
        status: 200,
        body: { sha: at.sha, content: Buffer.from(text).toString("base64"), encoding: "base64" },
      };
    },
  },
  {
    route: "POST /git/commits",
    cites: "REST API endpoints for Git commits: Create a commit; the author's date may be given",
    answer: ({ repository, body, now }) => {
      const tree = String(body.tree);
      if (!repository.trees.has(tree)) return invalid("Tree SHA does not exist");
      const parents = Array.isArray(body.parents) ? body.parents.map(String) : [];
      if (parents.some((sha) => !repository.commits.has(sha))) return invalid("Parent SHA does not exist");
      const { date } = (body.author ?? {}) as { date?: string };
      const sha = repository.addCommit(String(body.message), tree, parents, date ?? now);
      return { status: 201, body: commitBody(repository, sha) };
    },
  },
  {
    route: "GET /git/commits/{sha}",
    cites: "REST API endpoints for Git commits: Get a commit object",
    answer: ({ repository, at }) =>
      repository.commits.has(at.sha!) ? { status: 200, body: commitBody(repository, at.sha!) } : absent,
  },
  {
    route: "GET /contents/{+path}",
    cites:
      "REST API endpoints for repository contents: Get repository content; a file, or the list of a folder",
    answer: ({ repository, at, query }) => contents(repository, at.path ?? "", query.get("ref") ?? "main"),
  },
];

function contents(repository: ServedRepository, path: string, ref: string): Answered {
  const files = repository.filesAt(ref);
  const sha = files.get(path);
  if (sha !== undefined) {
    const content = Buffer.from(repository.blobs.get(sha)!).toString("base64");
    return { status: 200, body: { type: "file", path, sha, content, encoding: "base64" } };
  }
  const below = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
  return below.length === 0
    ? absent
    : { status: 200, body: below.map((file) => ({ type: "file", path: file, sha: files.get(file) })) };
}

function refAnswer(repository: ServedRepository, ref: string): Answered | undefined {
  const sha = repository.refs.get(ref);
  return sha === undefined ? undefined : { status: 200, body: { ref, object: { type: "commit", sha } } };
}

function commitBody(repository: ServedRepository, sha: string) {
  const { message, tree, parents } = repository.commits.get(sha)!;
  return { sha, message, tree: { sha: tree }, parents: parents.map((parent) => ({ sha: parent })) };
}
