import { createEmulator } from "emulate";
import { onTestFinished } from "vitest";
import type { GitHubSettings } from "../../src/adapters/github/client.ts";

/** A repository on a GitHub that runs here, over real HTTP, and how to ask it. */
export interface EmulatedGitHub {
  readonly settings: GitHubSettings;
  /** Asks it directly, past the code that is tested. */
  ask(path: string, method?: string, body?: unknown): Promise<unknown>;
}

let port = 4_600 + (process.pid % 300) * 10;

/** Starts an emulator of GitHub with one repository that has a first commit; it ends with the test. */
export async function emulatedGitHub(): Promise<EmulatedGitHub> {
  const emulator = await createEmulator({
    service: "github",
    port: port++,
    seed: {
      tokens: { test_token_admin: { login: "octo", scopes: ["repo"] } },
      github: {
        users: [
          { login: "octo", name: "Octo", email: "octo@example.com" },
          { login: "ana", name: "Ana", email: "ana@example.com" },
          { login: "bo", name: "Bo", email: "bo@example.com" },
        ],
        repos: [{ owner: "octo", name: "incidents", auto_init: true }],
      },
    },
  });
  onTestFinished(() => emulator.close());
  const settings: GitHubSettings = {
    address: emulator.url,
    repository: "octo/incidents",
    token: "test_token_admin",
    signal: new AbortController().signal,
    clock: () => Date.now(),
    pause: async () => {},
  };
  return {
    settings,
    async ask(path, method = "GET", body) {
      const answer = await fetch(`${emulator.url}/repos/octo/incidents${path}`, {
        method,
        headers: { authorization: "Bearer test_token_admin", "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return await answer.json();
    },
  };
}
