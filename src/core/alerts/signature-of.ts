import { sha256 } from "../markdown/diagram/sha256.ts";

/**
 * What is the same of every alert of one kind: `name{label="value",…}`, labels in order of their names, without those that
 * tell one machine, process, moment or severity from another. Two alerts of one signature are one trouble.
 */
export function signatureOf(name: string, labels: Readonly<Record<string, string>>): string {
  const stable = Object.entries(labels)
    .filter(([label, value]) => !isVolatile(label) && !looksVolatile(value))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  const whole = stable.length === 0 ? name : `${name}{${stable.join(",")}}`;
  return whole.length <= LONGEST ? whole : `${name.slice(0, 200)}{${sha256(whole).slice(0, 32)}}`;
}

const LONGEST = 280;

/** Labels that say where or how badly, and the name itself, which stands in front. */
const VOLATILE = new Set(
  (
    "alertname rulename alert_rule_uid severity priority urgency instance pod pod_name pod_ip container container_id " +
    "container_name node node_name nodename host hostname host_ip ip address device mountpoint fstype replica replicaset " +
    "endpoint uid id fingerprint uuid pid task task_id run run_id build commit version revision image prometheus " +
    "prometheus_replica monitor receiver generation shard value ref_id datasource_uid"
  ).split(" "),
);

function isVolatile(label: string): boolean {
  return label.startsWith("__") || VOLATILE.has(label.toLowerCase());
}

/** Numbers, instants, addresses of machines and long hexadecimal words. */
function looksVolatile(value: string): boolean {
  return (
    /^[\d.,:+-]+$/.test(value) ||
    /^\d{4}-\d\d-\d\dT/.test(value) ||
    /^[0-9a-f]{8}(?:-?[0-9a-f]{4,}){1,}$/i.test(value)
  );
}
