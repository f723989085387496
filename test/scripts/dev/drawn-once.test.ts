import { expect, test } from "vitest";
import { DrawnOnce } from "../../../scripts/dev/drawn-once.ts";

test("a page of an edition is drawn once, and anew for the next edition", async () => {
  const asked: string[] = [];
  const drawn = new DrawnOnce(async (path: string, edition: { readonly number: number }) => {
    asked.push(`${path} of ${edition.number}`);
    return path === "/gone/" ? undefined : `${path} as of ${edition.number}`;
  });
  const [first, second] = [{ number: 1 }, { number: 2 }];
  expect(await Promise.all([drawn.page("/a/", first), drawn.page("/a/", first)])).toEqual([
    "/a/ as of 1",
    "/a/ as of 1",
  ]);
  expect(await drawn.page("/gone/", first)).toBeUndefined();
  expect(await drawn.page("/a/", second)).toBe("/a/ as of 2");
  expect(asked).toEqual(["/a/ of 1", "/gone/ of 1", "/a/ of 2"]);
});
