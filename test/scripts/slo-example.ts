import type { CommandContext } from "../../scripts/command.ts";
import { run, type SloFlags } from "../../scripts/slo.ts";
import { epochOf } from "../../src/core/time.ts";
import { type ContentFolder, contentFolder } from "../support/content-folder.ts";

export const service = (query: string) => `---
title: Checkout
owner: payments
objectives:
  - { id: orders, target: 0.99, window: { rolling: 3d }, source: prometheus, query: '${query}' }
alerts:
  - { name: CheckoutLatencyHigh }
---

Takes the basket.
`;
export const RATIO = "sum(shop_good) / sum(shop_all)";
export const now = epochOf("2026-03-04T11:00:00Z");

/** Runs `tidemark slo pull` from a monitoring system. */
export async function pullFrom(address: string, folder: ContentFolder, more: Partial<SloFlags> = {}) {
  let said = "";
  const write = (text: string) => (said += text);
  const code = await run({
    flags: { prometheus: address, timeout: 20, dryRun: false, ...more },
    contentDir: folder.content,
    now,
    quiet: false,
    environment: { color: false, workingDir: folder.root, variables: {} },
    signal: new AbortController().signal,
    write,
    writeError: write,
  } as unknown as CommandContext<SloFlags>);
  return { code, said };
}

/** Content with a service whose objective is measured by a query. */
export const checkout = (query: string) => contentFolder({ "services/checkout.mdx": service(query) });
