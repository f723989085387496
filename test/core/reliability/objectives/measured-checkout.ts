import { epochOf } from "../../../../src/core/time.ts";

export const MINUTE = 60_000;
/** Noon of a third day; the objective looks back over two. */
export const now = epochOf("2026-03-03T12:00:00Z");
export const OBJECTIVE = {
  id: "orders",
  target: 0.99,
  window: { rolling: "2d" },
  weighting: "outages",
  source: "prometheus",
  query: "a / b",
};
