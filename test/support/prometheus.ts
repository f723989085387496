import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A real Prometheus with a past. */
export interface RunningPrometheus {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

/** Starts the machine's Prometheus over a history in OpenMetrics; `undefined` where it is not installed, but in CI it must be. */
export async function startPrometheus(openmetrics: string): Promise<RunningPrometheus | undefined> {
  const folder = mkdtempSync(join(tmpdir(), "tidemark-prometheus-"));
  const history = join(folder, "history.om");
  const data = join(folder, "data");
  writeFileSync(history, openmetrics);
  writeFileSync(join(folder, "prometheus.yml"), "scrape_configs: []\n");
  const made = spawnSync("promtool", ["tsdb", "create-blocks-from", "openmetrics", history, data], {
    encoding: "utf8",
  });
  if (made.error) {
    rmSync(folder, { recursive: true });
    if (process.env.CI) throw made.error;
    return undefined;
  }
  if (made.status !== 0) throw new Error(made.stderr);
  const port = await freePort();
  const child = spawn(
    "prometheus",
    [
      `--config.file=${join(folder, "prometheus.yml")}`,
      `--storage.tsdb.path=${data}`,
      "--storage.tsdb.retention.time=100y",
      `--web.listen-address=127.0.0.1:${port}`,
      "--log.level=error",
    ],
    { stdio: "ignore" },
  );
  const address = `http://127.0.0.1:${port}`;
  await ready(child, `${address}/-/ready`);
  return {
    address,
    stop: () =>
      new Promise((done) => {
        child.on("close", () => {
          rmSync(folder, { recursive: true, force: true });
          done();
        });
        child.kill("SIGKILL");
      }),
  };
}

async function ready(child: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) throw new Error(`Prometheus ended with ${child.exitCode}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error("Prometheus was not ready within half a minute");
}

/** A port that nothing listens on. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
