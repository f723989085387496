import { Option } from "commander";
import { newOptions } from "../new/new-options.ts";
import {
  idArgument,
  maintenanceOptions,
  mitigatedOption,
  resolveOptions,
  tellingOptions,
} from "../response/response-options.ts";
import type { CommandGroup } from "./command-row.ts";

/** The commands for the hours in which something is broken, or worked on. */
export const RESPONSE_GROUPS: readonly CommandGroup[] = [
  {
    words: "incident",
    does: "record what happens while it happens, and tell customers",
    rows: [
      {
        words: "open",
        does: "begin the record of an incident, with the first words to customers",
        load: () => import("../new.ts"),
        options: [...newOptions("incident"), ...tellingOptions()],
        fixed: { kind: "incident", dryRun: false },
      },
      {
        words: "update",
        does: "tell customers how it stands, and how badly components are hurt",
        load: () => import("../incident.ts"),
        arguments: [idArgument("incident")],
        options: [...tellingOptions(), mitigatedOption()],
        fixed: { event: "update" },
      },
      {
        words: "resolve",
        does: "end an incident: its milestones, every impact that lasts, the last words to customers",
        load: () => import("../incident.ts"),
        arguments: [idArgument("incident")],
        options: resolveOptions(),
        fixed: { event: "resolve", silent: false },
      },
    ],
  },
  {
    words: "status",
    does: "bring the public status up to date in the site that stands, whatever is wrong elsewhere",
    rows: (["build", "watch"] as const).map((words) => ({
      words,
      does:
        words === "build"
          ? "write the state page, API, feeds, badges and changed incidents"
          : "do that at each change of the content, and each minute",
      load: () => import("../status.ts"),
      options: [
        new Option("--audience <name>", "public, or one of site.yaml").default("public"),
        new Option("--out <dir>", "the site (default: dist/AUDIENCE)"),
      ],
      fixed: { watch: words === "watch" },
    })),
  },
  {
    words: "maintenance",
    does: "say that planned work begins or is over",
    rows: (["start", "end"] as const).map((words) => ({
      words,
      does:
        words === "start"
          ? "planned work begins, by somebody's word"
          : "planned work is over, by somebody's word",
      load: () => import("../maintenance.ts"),
      arguments: [idArgument("planned work")],
      options: maintenanceOptions(),
      fixed: { state: words === "start" ? "in_progress" : "completed" },
    })),
  },
];
