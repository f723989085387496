import type { ComponentWish } from "../src/core/response/component-impact.ts";
import type { Epoch, Instant } from "../src/core/time.ts";

/** How a command ended; the meaning of each number is permanent (docs: "Exit codes"). */
export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Everything a command may know of the world outside: it reads no argv, environment or clock itself. */
export interface CommandContext<Flags> {
  /** What was asked for after the command's name, checked and typed. */
  readonly flags: Flags;
  /** The content folder, absolute; it exists when the command's row says that it needs one. */
  readonly contentDir: string;
  /** `--as-of` where it was given; site.yaml's `asOf`, then `now`, come after it. */
  readonly asOf?: Instant;
  /** The instant at which the command started, in milliseconds since 1970. */
  readonly now: Epoch;
  /** Say only what went wrong. */
  readonly quiet: boolean;
  readonly environment: Environment;
  /** GitHub as the environment names it (GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_TOKEN). */
  readonly github: GitHubPlace;
  /** Aborted by Ctrl-C or a request to terminate; stop children and leave nothing half written. */
  readonly signal: AbortSignal;
  /** Writes to standard output as given: line ends are the caller's. */
  readonly write: (text: string) => void;
  /** Writes to standard error as given. */
  readonly writeError: (text: string) => void;
}

/** Where GitHub is, and as whom to ask it. */
export interface GitHubPlace {
  readonly address: string;
  /** `owner/name`; absent where the environment names none. */
  readonly repository?: string;
  readonly token?: string;
}

/** The few facts about the machine that commands need. */
export interface Environment {
  /** The folder that relative paths are relative to. */
  readonly workingDir: string;
  /** Tidemark's own root: where package.json, src/ and public/ are. */
  readonly projectDir: string;
  /** The runtime to start child processes with. */
  readonly nodePath: string;
  /** Whether standard output is a terminal that shows colour. */
  readonly color: boolean;
  /** Whether a CI system runs this. */
  readonly ci: boolean;
  /** Whether stack traces are wanted (TIDEMARK_DEBUG=1). */
  readonly debug: boolean;
  /** The variables to hand to child processes; nothing else of the environment is meant to be read. */
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** What a command's file exports. */
export interface CommandModule<Flags> {
  run(context: CommandContext<Flags>): Promise<ExitCode>;
}

/** What `check` was asked. */
export interface CheckFlags {
  readonly format: "console" | "json" | "github" | "sarif";
  /** Whether an item that is overdue by more than the grace fails the check; absent: as site.yaml's policies say. */
  readonly overdue?: "warn" | "fail";
  /** How long past its due day something may be, a duration text such as `3d`; absent: as site.yaml's policies say. */
  readonly grace?: string;
  /** More warnings than this make the check fail; absent: any number passes. */
  readonly maxWarnings?: number;
}

/** What `build` was asked. */
export interface BuildFlags {
  /** `internal`, `public`, or an audience of site.yaml. */
  readonly audience: string;
  /** Absolute; absent: `dist/AUDIENCE` in the working folder. */
  readonly out?: string;
}

/** What `publish` was asked. */
export interface PublishFlags extends BuildFlags {
  readonly dryRun: true;
  readonly format: "console" | "json";
}

/** What `preview` was asked. */
export interface PreviewFlags {
  readonly audience: string;
  /** The built site to serve, absolute; absent: `dist/AUDIENCE` in the working folder. */
  readonly out?: string;
  /** The first port to try. */
  readonly port: number;
}

/** What `dev` was asked. */
export interface DevFlags {
  readonly audience: string;
  readonly port: number;
}

/** What `diagrams` was asked. */
export interface DiagramsFlags {
  /** Say what it would do, but write nothing. */
  readonly dryRun: boolean;
}

/** What `new` was asked; whatever is absent is asked for at a terminal, or has a default, or is refused. */
export interface NewFlags {
  readonly kind: "incident" | "postmortem" | "runbook" | "service" | "maintenance";
  /** Print the file, but write nothing. */
  readonly dryRun: boolean;
  readonly title?: string;
  readonly publicTitle?: string;
  readonly visibility?: string;
  readonly description?: string;
  readonly summary?: string;
  readonly severity?: string;
  readonly service?: readonly string[];
  readonly dependsOn?: readonly string[];
  readonly alert?: readonly string[];
  readonly team?: string;
  readonly owner?: string;
  readonly author?: readonly string[];
  readonly commander?: string;
  readonly source?: string;
  readonly trigger?: string;
  readonly signature?: string;
  /** The incident that a postmortem explains. */
  readonly incident?: string;
  readonly type?: "runbook" | "playbook";
  readonly criticality?: "critical" | "high" | "medium" | "low";
  readonly impact?: "major_outage" | "partial_outage" | "degraded_performance" | "none";
  readonly expected?: "major_outage" | "partial_outage" | "degraded_performance" | "none";
  readonly customerVisible?: boolean;
  readonly external?: boolean;
  readonly started?: Instant;
  readonly detected?: Instant;
  readonly resolved?: Instant;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly length?: string;
  /** The first words to customers, what they announce and promise, and who writes them; `incident open` alone. */
  readonly update?: string;
  readonly status?: "investigating" | "identified" | "monitoring" | "resolved";
  readonly component?: readonly ComponentWish[];
  readonly nextUpdate?: string;
  readonly by?: string;
}

/** What `runbook verify` was asked. */
export interface VerifyFlags {
  /** The runbooks that were followed; with `adopt`, none means all. */
  readonly ids: readonly string[];
  /** Keep the verification that stands and give it the digest of the text, where it has none. */
  readonly adopt: boolean;
  readonly by?: string;
  readonly how?: "read" | "dry-run" | "game-day" | "incident";
  /** The day; absent: today in the zone of the site. */
  readonly on?: string;
}

/** What `import markdown` was asked. */
export interface ImportFlags {
  readonly from: "markdown";
  /** The folder or file to read, absolute. */
  readonly source: string;
  /** The content folder to write into, absolute. */
  readonly out: string;
  /** What the files are where they do not say so themselves. */
  readonly kind: "postmortem" | "runbook";
  /** The zone of times that name none; absent: such times stay prose. */
  readonly zone?: string;
  /** How to report. */
  readonly format: "console" | "json";
  /** Report, but write nothing. */
  readonly dryRun: boolean;
}
