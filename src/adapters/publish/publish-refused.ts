/** Why a site was not published, for the one place that turns it into an exit code. */
export type RefusalCode = "out-not-ours";

/** Publishing stopped before it touched anything; the message is one sentence for the person at the terminal. */
export class PublishRefused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PublishRefused";
    this.code = code;
  }
}
