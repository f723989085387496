/** Of all runbooks, offers only those that this device keeps. */
export async function offerKept(list: HTMLElement): Promise<void> {
  const rows = [...list.querySelectorAll<HTMLElement>(".row")];
  for (const row of rows) row.hidden = !(await isKept(row.querySelector("a")?.href ?? ""));
  const none = list.querySelector<HTMLElement>("[data-none-kept]");
  if (none) none.hidden = rows.some(({ hidden }) => !hidden);
}

async function isKept(address: string): Promise<boolean> {
  return "caches" in globalThis && (await caches.match(address, { ignoreVary: true })) !== undefined;
}
