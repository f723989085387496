import { pick, seededRandom } from "../../../scripts/bench/random.ts";
import type { applyPlan } from "../../../src/adapters/github/apply-plan.ts";
import { gitHubClient } from "../../../src/adapters/github/client.ts";
import { GitHubFailure } from "../../../src/adapters/github/github-failure.ts";
import type { GitHubEffect } from "../../../src/core/github/github-effect.ts";
import { FAULTS, type Fault } from "./faults.ts";
import type { GitHubServer } from "./github-server.ts";
import { ServedRepository } from "./repository.ts";
import { planOf, worldOf } from "./story.ts";

const BRANCH = "postmortem/2026-03-14-a";
const MINUTE = 60_000;
const hanging = FAULTS.filter(({ name }) => name.startsWith("hang"));
const quick = FAULTS.filter(({ name }) => !name.startsWith("hang"));

/** What GitHub keeps unique by itself, and what only our claims do. */
export const EFFECTS: readonly GitHubEffect[] = [
  {
    do: "begin-branch",
    branch: BRANCH,
    message: "Begin the postmortem",
    files: [{ path: "content/postmortems/2026-03-14-a.mdx", text: "b\n", was: null }],
  },
  { do: "open-pull-request", branch: BRANCH, title: "Postmortem of a", body: "Filled." },
  { do: "mark", of: { pullRequest: BRANCH }, labels: ["postmortem"], assignees: [] },
  ...["one", "two"].map(
    (item): GitHubEffect => ({
      do: "create-issue",
      key: `action-item/${item}`,
      title: item,
      body: "What will be different.",
      labels: ["action-item"],
      assignees: [],
    }),
  ),
  { do: "comment", of: { issue: "action-item/one" }, key: "overdue/2026-w12", body: "It is overdue." },
];

/** What must stand after the last clean run, whatever happened before. */
export const ONE_OF_EACH = {
  branches: ["main: README.md", `${BRANCH}: README.md content/postmortems/2026-03-14-a.mdx`],
  threads: [
    "issue | one | open | action-item |  |  | It is overdue.",
    "issue | two | open | action-item |  | ",
    `pull request of ${BRANCH} | Postmortem of a | open | postmortem |  | `,
  ],
  reactions: [],
};

/** Plays one schedule: runs that race, meet faults and are killed, in rounds minutes apart; then a clean run; and tells what stands. */
export async function playSchedule(
  server: GitHubServer,
  seed: number,
  apply: typeof applyPlan,
): Promise<ReturnType<typeof worldOf>> {
  const random = seededRandom(seed);
  let now = Date.UTC(2026, 2, 16, 9);
  server.repository = new ServedRepository();
  server.clock = () => now;
  const runs = new Map<string, { readonly risk: number; left: number; readonly stop: AbortController }>();
  server.fault = ({ author }) => {
    const run = runs.get(author);
    if (run === undefined || random() >= run.risk) return undefined;
    return pick<Fault>(random, random() < 0.01 ? hanging : quick);
  };
  // Some requests overtake others.
  server.delay = () => (random() < 0.06 ? random() * 4 : 0);
  // A run is killed before or after the server dealt with its request.
  server.dealtWith = ({ author }) => {
    const run = runs.get(author);
    if (run !== undefined && --run.left === 0) run.stop.abort(new Error("Killed"));
  };

  const play = async (name: string, skew: number, deadline: number) => {
    const settings = server.settings(name);
    const stop = runs.get(name)?.stop ?? new AbortController();
    const client = gitHubClient({
      ...settings,
      deadline,
      signal: stop.signal,
      clock: () => now + skew,
      pause: async (milliseconds) => {
        now += milliseconds;
      },
    });
    try {
      await apply(client, planOf(EFFECTS));
    } catch (error) {
      if (!(error instanceof GitHubFailure) && !stop.signal.aborted) throw error;
      if (name.startsWith("clean")) throw error;
    }
  };

  const rounds = 1 + Math.floor(random() * 3);
  for (let round = 0; round < rounds; round++) {
    const many = 1 + Math.floor(random() * 3);
    const names = Array.from({ length: many }, (_, at) => `run-${round}-${at}[bot]`);
    for (const name of names)
      runs.set(name, {
        risk: pick(random, [0, 0.03, 0.1, 0.3]),
        left: random() < 0.4 ? 1 + Math.floor(random() * 60) : 0,
        stop: new AbortController(),
      });
    await Promise.all(
      names.map((name) => play(name, random() < 0.5 ? 0 : Math.floor((random() - 0.5) * 4 * MINUTE), 100)),
    );
    server.settle();
    now += pick(random, [0, MINUTE, 6 * MINUTE, 16 * MINUTE]);
  }
  now += 20 * MINUTE;
  server.delay = () => 0;
  await play("clean[bot]", 0, 10_000);
  return worldOf(server.repository);
}
