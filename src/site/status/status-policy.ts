import { policyHash } from "./policy-hash.ts";
import { statusScript } from "./status-script.ts";
import { statusStyle } from "./status-style.ts";

/** What the status page may run and show: its own style and script by hash, its own icon, and nothing else of anybody. */
export const statusPolicy = `default-src 'none'; style-src ${policyHash(statusStyle)}; script-src ${policyHash(statusScript)}; img-src data:; worker-src 'self'; base-uri 'none'; form-action 'none'`;
