import { z } from "zod";

/** The shape of a list of what has a shape. */
export function listOf<Value>(shape: {
  safeParse(value: unknown): { success: true; data: Value } | { success: false };
}): z.ZodType<Value[]> {
  return z.array(z.unknown()).transform((all, context) =>
    all.flatMap((one) => {
      const read = shape.safeParse(one);
      if (read.success) return [read.data];
      context.addIssue({ code: "custom", message: "is not of the shape" });
      return [];
    }),
  );
}
