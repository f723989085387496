/** A lock is held by somebody else, or nobody can read whose it is; the message is one sentence for the person at the terminal. */
export class LockRefused extends Error {
  readonly code: "held" | "unreadable";

  constructor(code: "held" | "unreadable", message: string) {
    super(message);
    this.name = "LockRefused";
    this.code = code;
  }
}
