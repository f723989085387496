import { setTimeout } from "node:timers/promises";
import { type GitHubClient, gitHubClient } from "../../src/adapters/github/client.ts";
import type { CommandContext } from "../command.ts";

/** The client of the repository that the environment names; says what is missing and gives none where it names none. */
export function clientFrom(context: CommandContext<unknown>): GitHubClient | undefined {
  const { address, repository, token } = context.github;
  const refuse = (sentence: string) => {
    context.writeError(`${sentence}\n`);
    return undefined;
  };
  if (repository === undefined || !/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/.test(repository))
    return refuse("Expected the repository as OWNER/NAME in GITHUB_REPOSITORY.");
  if (token === undefined) return refuse("Expected a token in GITHUB_TOKEN.");
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.search !== "")
    return refuse("Unexpected GITHUB_API_URL, expected an address such as https://api.github.com.");
  const started = performance.now();
  return gitHubClient({
    address,
    repository,
    token,
    signal: context.signal,
    clock: () => context.now + Math.floor(performance.now() - started),
    pause: async (milliseconds, signal) => await setTimeout(milliseconds, undefined, { signal }),
  });
}
