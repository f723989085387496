import { describe, expect, it } from "vitest";
import { bodyLimits } from "../../../src/core/parse/limits.ts";

const limit = (body: string) => bodyLimits("content/runbooks/x.mdx", body, 1)?.code;

describe("the limits of a body", () => {
  it("let names in angle brackets stand in code, however many", () => {
    expect(limit("Use `<name>` and then `<other>`.\n\n".repeat(60))).toBeUndefined();
  });

  it("refuse tags that open into one another too deep", () => {
    expect(limit("<Callout>\n\n".repeat(24))).toBeUndefined();
    expect(limit("<Callout>\n\n".repeat(25))).toBe("nesting-too-deep");
  });
});
