/** A file of a commit: what it becomes (`null`: it goes away), and the text that it was planned from. */
export interface FileChange {
  /** Path from the root of the repository. */
  readonly path: string;
  readonly text: string | null;
  /** The text that must stand there still, `null` for none; absent: whatever stands there is replaced. */
  readonly was?: string | null;
}

/** An issue or pull request that an effect is about: by its number, the key of its issue, or the branch of its pull request. */
export type Thread =
  | { readonly number: number }
  | { readonly issue: string }
  | { readonly pullRequest: string };

/** One thing that is to be so on GitHub. Carrying it out a second time changes nothing. */
export type GitHubEffect =
  /** Files on a standing branch, as one commit that comes after whatever is there; a record that moved on is refused. */
  | {
      readonly do: "commit";
      /** Absent: the default branch. */
      readonly branch?: string;
      /** The commit that it was decided on; a branch that stands elsewhere is left, and the failure says that it may work again. */
      readonly onto?: string;
      readonly message: string;
      readonly files: readonly FileChange[];
    }
  /** A new branch with one commit; a branch of this name is left as it is, for people may work on it. */
  | {
      readonly do: "begin-branch";
      readonly branch: string;
      readonly message: string;
      readonly files: readonly FileChange[];
    }
  /** The one pull request of a branch, into the default branch. */
  | {
      readonly do: "open-pull-request";
      readonly branch: string;
      readonly title: string;
      readonly body: string;
      readonly draft?: boolean;
    }
  /** The one issue of a key, found again by its label, marker and lock. */
  | {
      readonly do: "create-issue";
      readonly key: string;
      readonly title: string;
      readonly body: string;
      /** The first one is how the issue is found again; only people who may label can forge it. */
      readonly labels: readonly [string, ...string[]];
      readonly assignees: readonly string[];
    }
  /** What an issue or pull request says, is and has; what is absent stays. */
  | {
      readonly do: "update";
      readonly of: Thread;
      readonly title?: string;
      readonly body?: string;
      readonly state?: "open" | "closed";
      readonly reason?: "completed" | "not_planned" | "reopened";
      readonly labels?: readonly string[];
      readonly assignees?: readonly string[];
    }
  /** Labels and assignees that are added; others stay. */
  | {
      readonly do: "mark";
      readonly of: Thread;
      readonly labels: readonly string[];
      readonly assignees: readonly string[];
    }
  /** Whose review is asked for; who cannot be asked is told as a remark. */
  | { readonly do: "ask-review"; readonly of: Thread; readonly reviewers: readonly string[] }
  /** A comment that is made once per key. */
  | { readonly do: "comment"; readonly of: Thread; readonly key: string; readonly body: string }
  /** A reaction to a comment, or to an issue itself. */
  | {
      readonly do: "react";
      readonly to: { readonly comment: number } | { readonly issue: number };
      readonly with: "+1" | "-1" | "eyes" | "rocket" | "confused" | "hooray";
    };

/** What an effect is, by its first word. */
export type EffectName = GitHubEffect["do"];
