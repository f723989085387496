type Row = readonly [id: string, name: string, description: string];

/** A word of a list as a file holds it. */
type StarterWord = {
  readonly [field: string]: string | boolean | readonly string[] | StarterWord | undefined;
};

/** The vocabularies that a new content folder begins with; `unrated` is the severity of incidents that name none, for imports. */
export function starterTaxonomy(unrated?: string): { readonly [name: string]: readonly StarterWord[] } {
  return {
    severities: [
      severity("SEV1", "Critical", "Most users cannot do what they came for", ["P1", "Sev-1", "S1"], true),
      severity(
        "SEV2",
        "Major",
        "Many users are hurt, or a main function is gone",
        ["P2", "Sev-2", "S2"],
        true,
      ),
      severity(
        "SEV3",
        "Minor",
        "Some users notice and reach their goal all the same",
        ["P3", "Sev-3", "S3"],
        false,
      ),
      severity("SEV4", "Low", "Hardly anybody notices", ["P4", "Sev-4", "S4"], false),
      ...(unrated === undefined
        ? []
        : [severity(unrated, "Not rated", "An imported incident whose source names no severity", [], false)]),
    ],
    layers: terms(LAYERS),
    triggers: terms(TRIGGERS),
    factors: terms(FACTORS),
    detectionSources: terms(DETECTION_SOURCES),
    failureModes: terms(FAILURE_MODES),
  };
}

function severity(
  id: string,
  name: string,
  description: string,
  aliases: readonly string[],
  required: boolean,
): StarterWord {
  const postmortem = required ? { required, draftWithin: "72h", finalWithin: "7d" } : { required };
  return { id, name, description, ...(aliases.length > 0 ? { aliases } : {}), postmortem };
}

function terms(rows: readonly Row[]): StarterWord[] {
  return rows.map(([id, name, description]) => ({ id, name, description }));
}

const LAYERS: readonly Row[] = [
  ["edge-network", "Edge and network", "Names, balancers, links between sites"],
  ["application", "Service and application", "Code of our own"],
  ["data", "Data and storage", "Databases, queues, files"],
  ["platform", "Platform and orchestration", "Clusters, machines, schedulers"],
  ["release", "CI/CD and release", "Building and shipping"],
  ["security", "Security and compliance", "Access, secrets, duties"],
  ["serverless", "Serverless and managed platform", "Functions and services that a provider runs"],
  ["third-party", "Third party", "Somebody else's service"],
];

const TRIGGERS: readonly Row[] = [
  ["binary-push", "Binary push", "A new version was shipped"],
  ["configuration-push", "Configuration push", "A setting was changed"],
  ["load-change", "Change of load", "Users came in other numbers or did other things"],
  ["pipeline", "Processing pipeline", "A job over data went wrong"],
  ["provider-change", "Provider or vendor change", "Somebody else changed something"],
  ["performance-decay", "Performance decay", "It grew slower until it was too slow"],
  ["capacity", "Capacity", "There was too little of something"],
  ["hardware", "Hardware", "A machine broke"],
  ["human-operation", "Human operation", "A step done by hand had another effect than meant"],
  ["expiry", "Expiry", "A certificate, quota or token ended"],
  ["attack", "Attack", "Somebody meant harm"],
];

const FACTORS: readonly Row[] = [
  ["software-defect", "Software defect", "Code did other than meant"],
  ["missing-test", "Missing test", "No test would have shown it"],
  ["monitoring-gap", "Gap in monitoring", "Nothing watched it"],
  ["alert-noise", "Alert noise", "Too many alerts to see the one"],
  ["stale-runbook", "Stale runbook", "The written steps were old"],
  ["missing-runbook", "Missing runbook", "No steps were written"],
  ["unguarded-automation", "Automation without guard", "Nothing stopped a machine"],
  ["no-canary", "Deployment without canary", "Everything changed at once"],
  ["capacity-plan", "Capacity plan", "The plan was missing or wrong"],
  ["no-fallback", "Dependency without fallback", "What we depend on had no stand-in"],
  ["retry-storm", "Retry storm", "Retries made it worse"],
  ["configuration-drift", "Configuration drift", "Places that should be alike were not"],
  ["access-missing", "Access missing", "A responder lacked a right"],
  ["ownership-unclear", "Ownership unclear", "Nobody knew whose it was"],
  ["communication-gap", "Communication gap", "Somebody was not told"],
  ["single-expert", "Knowledge held by one person", "One person alone knew"],
];

const DETECTION_SOURCES: readonly Row[] = [
  ["alert", "Alert", "A monitoring system noticed"],
  ["customer-report", "Customer report", "A customer noticed"],
  ["employee", "Employee", "A colleague noticed"],
  ["vendor-notice", "Vendor notice", "A provider told us"],
  ["synthetic-check", "Synthetic check", "A robot that acts as a user noticed"],
  ["audit", "Audit", "A review found it"],
];

const FAILURE_MODES: readonly Row[] = [
  ["alert-storm", "Alert storm", "Alerts buried the responders"],
  ["on-call-unreachable", "On-call unreachable", "Nobody answered"],
  ["runbook-mismatch", "Runbook mismatch", "The steps did not fit"],
  ["automation-regression", "Automation regression", "A machine made it worse"],
  ["observability-gap", "Observability gap", "It could not be seen"],
  ["wrong-severity", "Wrong severity", "It was judged too high or too low"],
  ["communication-blackout", "Communication blackout", "People could not reach each other"],
];
