// `tidemark slo pull`: read what is promised → ask Prometheus → snapshots → write them, all or none → report.
import { queryRange, type RangeAnswer } from "../src/adapters/prometheus/query-range.ts";
import { flowText } from "../src/core/editor/value-text.ts";
import type { KnowledgeBase } from "../src/core/knowledge-base/knowledge-base.ts";
import { allCommitments, type NamedCommitment } from "../src/core/reliability/objectives/all-commitments.ts";
import { measuredDays, type Sample } from "../src/core/reliability/objectives/measured-days.ts";
import { ratioQuery } from "../src/core/reliability/objectives/ratio-query.ts";
import { visibleText } from "../src/core/reports/visible-text.ts";
import type { Measurement } from "../src/core/schemas/logs.ts";
import type { Objective } from "../src/core/schemas/service.ts";
import { durationOf, type Epoch, epochOf, instantOf } from "../src/core/time.ts";
import { problemsOf, readStanding, writeEntry } from "../src/loader/write-entry.ts";
import type { CommandContext, ExitCode } from "./command.ts";
import { readForLogs } from "./logs/read-for-logs.ts";
import { refuse } from "./refuse.ts";

/** What `slo pull` was asked. */
export interface SloFlags {
  readonly prometheus: string;
  /** Only this service. */
  readonly service?: string;
  /** Only this journey. */
  readonly journey?: string;
  /** Whole days back; absent: the window of each objective. */
  readonly days?: number;
  /** Seconds that one answer may take. */
  readonly timeout: number;
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}

const DAY = 86_400_000;
/** Seconds from sample to sample. */
const STEP = 300;
/** Longest time that is asked for: Prometheus gives 11,000 samples of a series at most. */
const MOST_DAYS = 35;

interface Pulled {
  readonly path: string;
  readonly text: string;
  readonly days: number;
}

/** Takes measured availability in as dated snapshots; where one objective fails nothing is written at all. */
export async function run(context: CommandContext<SloFlags>): Promise<ExitCode> {
  const { flags, contentDir } = context;
  const address = addressOf(flags.prometheus);
  if (address === undefined)
    return refuse(
      context,
      2,
      `\`${visibleText(flags.prometheus)}\` is no address such as http://localhost:9090.`,
    );
  const knowledgeBase = readForLogs(context, "measurements");
  if (knowledgeBase === undefined) return 1;
  if (flags.service !== undefined && !knowledgeBase.look.service.has(flags.service))
    return refuse(context, 2, `There is no service \`${flags.service}\`.`);
  const all = allCommitments(knowledgeBase);
  if (
    flags.journey !== undefined &&
    !all.some(({ of, owner }) => of === "journey" && owner === flags.journey)
  )
    return refuse(context, 2, `There is no journey \`${flags.journey}\` with an objective.`);
  const wanted = all.filter(
    ({ of, owner, objective }) =>
      objective.source === "prometheus" &&
      ((flags.service === undefined && flags.journey === undefined) ||
        owner === (of === "service" ? flags.service : flags.journey)),
  );
  if (wanted.length === 0)
    return refuse(context, 2, "No such objective has `source: prometheus` and a `query`.");
  const now = context.asOf === undefined ? context.now : epochOf(context.asOf);
  const pulled: Pulled[] = [];
  for (const commitment of wanted) {
    const { owner, objective } = commitment;
    const answer = await pull(context, address, commitment, now);
    if (!answer.ok)
      return refuse(
        context,
        answer.why === "remote" ? 5 : 2,
        `${owner}, ${objective.id}: ${answer.message}.`,
      );
    pulled.push(answer);
  }
  return flags.dryRun ? report(context, pulled) : write(context, contentDir, knowledgeBase, pulled);
}

type Pulling = ({ ok: true } & Pulled) | Extract<RangeAnswer, { ok: false }>;

async function pull(
  context: CommandContext<SloFlags>,
  address: URL,
  { of, owner, objective }: NamedCommitment,
  now: Epoch,
): Promise<Pulling> {
  const { flags, signal, environment } = context;
  const refused = (message: string): Pulling => ({ ok: false, why: "refused", message });
  if (objective.query === undefined) return refused("it has no `query`");
  const to = Math.floor(now / DAY) * DAY;
  const days = Math.min(MOST_DAYS, flags.days ?? windowDays(objective));
  const token = environment.variables.TIDEMARK_PROMETHEUS_TOKEN;
  const ask = (query: string) =>
    queryRange({
      address: address.href,
      query,
      // The first sample tells of the time before it, so the day begins one step after midnight.
      from: to / 1000 - days * 86_400 + STEP,
      to: to / 1000,
      step: STEP,
      timeout: flags.timeout * 1000,
      signal,
      ...(token ? { token } : {}),
    });
  const parts = ratioQuery(objective.query);
  const series: Partial<Record<"good" | "total" | "share", readonly Sample[]>> = {};
  for (const [name, query] of Object.entries(parts ?? { share: objective.query })) {
    const answer = await ask(query);
    if (!answer.ok) return answer;
    series[name as "share"] = answer.samples;
  }
  const { good = [], total = [], share = [] } = series;
  const measured = measuredDays(parts === undefined ? { share } : { good, total });
  if (measured.length === 0)
    return refused(`nothing was measured in the last ${days} days: look at its \`query\``);
  const snapshot: Measurement = {
    [of]: owner,
    objective: objective.id,
    source: `Prometheus at ${address.host}`,
    taken: instantOf(Math.floor(now / 1000) * 1000),
    days: measured,
  };
  // A journey may have the id of a service.
  const whose = of === "service" ? owner : `journey-${owner}`;
  const name = `${snapshot.taken.slice(0, 10)}-${whose}-${objective.id}`.slice(0, 81);
  return { ok: true, path: `measurements/${name}.yaml`, text: textOf(snapshot), days: measured.length };
}

function textOf({ days, ...head }: Measurement): string {
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${flowText(value)}\n`);
  return `${lines.join("")}days:\n${days.map((day) => `  - ${flowText(day)}\n`).join("")}`;
}

function write(
  context: CommandContext<SloFlags>,
  contentDir: string,
  knowledgeBase: KnowledgeBase,
  pulled: readonly Pulled[],
): ExitCode {
  const foreign = pulled.filter(({ path }) =>
    knowledgeBase.measurements.some(
      ({ file, data }) => file.endsWith(`/${path}`) && !data.source.startsWith("Prometheus at "),
    ),
  );
  const problems = [
    ...foreign.map(({ path }) => `${path} stands there already and was not made by a pull`),
    ...pulled.flatMap(({ path, text }) =>
      problemsOf(contentDir, path, text).map(({ message }) => `${path}: ${message}`),
    ),
  ];
  if (problems.length > 0) return refuse(context, 1, `${problems.join("\n")}.`);
  for (const { path, text } of pulled) {
    const writing = writeEntry(contentDir, path, text, readStanding(contentDir, path));
    if (!writing.written)
      return refuse(context, 1, `${path} was changed by somebody else meanwhile. Please try again.`);
  }
  return report(context, pulled);
}

function report({ quiet, flags, write: say }: CommandContext<SloFlags>, pulled: readonly Pulled[]): ExitCode {
  if (quiet) return 0;
  for (const { path, days } of pulled) say(`${path}: ${days} days\n`);
  if (flags.dryRun) say("Nothing was written: --dry-run.\n");
  return 0;
}

function addressOf(text: string): URL | undefined {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && url.search === ""
    ? url
    : undefined;
}

function windowDays({ window }: Objective): number {
  if ("rolling" in window) return Math.max(1, Math.ceil(durationOf(window.rolling) / DAY));
  return { week: 7, month: 31, quarter: MOST_DAYS, year: MOST_DAYS }[window.calendar];
}
