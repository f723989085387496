// A thread that reads diagrams with mermaid's own parsers, without a browser.
import { registerHooks } from "node:module";
import { parentPort } from "node:worker_threads";

// The parsers pass labels through a cleaner that needs a browser's document. Nothing of what they make is kept here.
const cleaner = "export default { addHook() {}, removeHook() {}, sanitize: String, isSupported: true };";
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === "dompurify"
      ? { url: `data:text/javascript,${encodeURIComponent(cleaner)}`, shortCircuit: true }
      : next(specifier, context),
});

const { default: mermaid } = await import("mermaid");
mermaid.initialize({ startOnLoad: false, securityLevel: "strict", htmlLabels: false, logLevel: "fatal" });

parentPort!.on("message", async (source: string) => {
  try {
    await mermaid.parse(source);
    parentPort!.postMessage(undefined);
  } catch (error) {
    const { message = "", hash } = error as { message?: string; hash?: { loc?: { first_line?: number } } };
    parentPort!.postMessage({ message, line: hash?.loc?.first_line });
  }
});
parentPort!.postMessage("ready");
