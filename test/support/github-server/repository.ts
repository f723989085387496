import { createHash } from "node:crypto";

/** A commit as the server keeps it. */
export interface ServedCommit {
  readonly sha: string;
  readonly message: string;
  readonly tree: string;
  readonly parents: readonly string[];
}

/** An issue; a pull request is one too, with a branch. */
export interface ServedIssue {
  readonly number: number;
  title: string;
  body: string | null;
  state: "open" | "closed";
  state_reason: string | null;
  closed_at: string | null;
  labels: string[];
  assignees: string[];
  readonly author: string;
  readonly pull?: ServedPull;
}

/** What a pull request has besides. */
export interface ServedPull {
  readonly head: string;
  readonly base: string;
  readonly draft: boolean;
  merged_at: string | null;
  readonly reviewers: string[];
  readonly reviews: string[];
}

/** A comment. */
export interface ServedComment {
  readonly id: number;
  readonly issue: number;
  body: string;
  readonly author: string;
  readonly created_at: string;
}

/** A reaction to a comment or issue, `comment/7` or `issue/7`. */
export interface ServedReaction {
  readonly to: string;
  readonly content: string;
  readonly author: string;
}

/** One repository in memory: git's objects and refs, issues, comments and what was sent to workflows. */
export class ServedRepository {
  readonly blobs = new Map<string, string>();
  /** The paths of a tree, each with the name of its blob. */
  readonly trees = new Map<string, ReadonlyMap<string, string>>();
  readonly commits = new Map<string, ServedCommit>();
  readonly refs = new Map<string, string>();
  readonly issues: ServedIssue[] = [];
  readonly comments: ServedComment[] = [];
  readonly reactions: ServedReaction[] = [];
  readonly dispatches: unknown[] = [];
  /** Who may write, by login; whoever is not here is a reader. */
  readonly people = new Set(["octo", "ana", "bo"]);
  hasIssues = true;

  constructor(files: Readonly<Record<string, string>> = { "README.md": "# Incidents\n" }) {
    const tree = this.addTree(
      new Map(Object.entries(files).map(([path, text]) => [path, this.addBlob(text)])),
    );
    this.refs.set("refs/heads/main", this.addCommit("Begin", tree, [], "1970-01-01T00:00:00Z"));
  }

  addBlob(text: string): string {
    const bytes = Buffer.from(text);
    const sha = createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
    this.blobs.set(sha, text);
    return sha;
  }

  addTree(paths: ReadonlyMap<string, string>): string {
    const sha = digestOf([...paths].sort());
    this.trees.set(sha, paths);
    return sha;
  }

  addCommit(message: string, tree: string, parents: readonly string[], date: string): string {
    const sha = digestOf([message, tree, parents, date]);
    this.commits.set(sha, { sha, message, tree, parents });
    return sha;
  }

  /** The files of a ref or commit. */
  filesAt(name: string): ReadonlyMap<string, string> {
    const sha = this.refs.get(`refs/heads/${name}`) ?? this.refs.get(`refs/${name}`) ?? name;
    return this.trees.get(this.commits.get(sha)?.tree ?? "") ?? new Map();
  }

  textAt(name: string, path: string): string | undefined {
    return this.blobs.get(this.filesAt(name).get(path) ?? "");
  }

  /** Whether a commit is another one or comes after it. */
  comesAfter(later: string, earlier: string): boolean {
    const seen = new Set<string>();
    const waiting = [later];
    for (let sha = waiting.pop(); sha !== undefined; sha = waiting.pop()) {
      if (sha === earlier) return true;
      if (seen.has(sha)) continue;
      seen.add(sha);
      waiting.push(...(this.commits.get(sha)?.parents ?? []));
    }
    return false;
  }
}

function digestOf(value: unknown): string {
  return createHash("sha1").update(JSON.stringify(value)).digest("hex");
}
