import { describe, expect, test } from "vitest";
import { onCallLog } from "../../../src/core/schemas/logs.ts";
import { keyOf } from "../../../src/importers/on-call/import-on-call.ts";
import { corpusFolder, textsIn } from "../../support/corpora.ts";
import { imported } from "./imported.ts";

describe("Alertmanager notifications", () => {
  const notification = (alertname: string, more: object = {}) => ({
    status: "firing",
    alerts: [
      { labels: { alertname, severity: "warning", ...more }, startsAt: "2026-03-05T02:00:00.123456789Z" },
    ],
  });

  test("an alert is one page whether it fires or is resolved; a route says what pages at all", () => {
    const text = JSON.stringify([
      notification("CheckoutLatencyHigh"),
      { ...notification("CheckoutLatencyHigh"), status: "resolved" },
      notification("DiskFull"),
      notification("Chatter"),
    ]);
    const { pages, report } = imported(text, {
      routes: [
        { labels: { alertname: "DiskFull" }, response: "page", service: "checkout" },
        { labels: { alertname: "Chatter", severity: "warning" }, response: "ticket" },
      ],
    });
    expect(pages).toMatchObject([
      { alert: "CheckoutLatencyHigh", service: "checkout", team: "payments", at: "2026-03-05T02:00:00.123Z" },
      { alert: "DiskFull", service: "checkout", team: "payments" },
    ]);
    expect(report).toMatchObject({ read: 4, added: 2, standing: 1, leftOut: 1 });
    expect(report.notes.map(({ what }) => what)).toEqual(["no-page"]);
  });

  const corpus = corpusFolder("prom2teams-alerts");
  test.skipIf(!corpus)(
    "real ones come in once each, and what lacks an alert's name is left out (corpus prom2teams-alerts)",
    () => {
      const files = textsIn(corpus!, (path) => /json_files\/(?!teams_)/.test(path));
      expect(files.length).toBeGreaterThanOrEqual(9);
      const standing = new Set<string>();
      let leftOut = 0;
      for (const { path, text } of files) {
        const first = imported(text, { team: "payments", standing });
        expect(first.report.format, path).toBe("Alertmanager notifications");
        for (const page of first.pages) standing.add(keyOf({ kind: "page", page }));
        leftOut += first.report.leftOut;
        expect(imported(text, { team: "payments", standing }).pages, path).toEqual([]);
        expect(onCallLog.safeParse({ pages: first.pages }).error, path).toBeUndefined();
      }
      // Nine files tell of the same disk at the same instant again and again, and one of a throttled processor.
      expect([...standing].map((key) => (JSON.parse(key) as string[])[3])).toEqual([
        "diskspace",
        "cputhrottlinghigh",
      ]);
      expect(leftOut).toBe(1);
    },
  );
});
