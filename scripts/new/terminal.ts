import { stderr, stdin, stdout } from "node:process";
import { createInterface } from "node:readline/promises";

/** A person at a terminal. */
export interface Terminal {
  /** The answer; `undefined` when the input has ended (Ctrl-D). */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (sentence: string) => void;
  readonly close: () => void;
}

/** The person at the terminal; `undefined` where input or output goes elsewhere, and nobody can be asked. */
export function openTerminal(signal: AbortSignal): Terminal | undefined {
  if (!stdin.isTTY || !stdout.isTTY) return undefined;
  // Questions go where complaints go, so that standard output holds the result alone.
  const reader = createInterface({ input: stdin, output: stderr });
  // Answers that were pasted or typed ahead wait for their questions.
  const lines = reader[Symbol.asyncIterator]();
  const stopped = new Promise<never>((_, fail) =>
    signal.addEventListener("abort", () => fail(signal.reason), { once: true }),
  );
  stopped.catch(() => reader.close());
  reader.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  return {
    ask: async (question) => {
      reader.setPrompt(question);
      reader.prompt();
      const line = await Promise.race([lines.next(), stopped]);
      return line.done ? undefined : line.value;
    },
    say: (sentence) => stderr.write(`${sentence}\n`),
    close: () => reader.close(),
  };
}
