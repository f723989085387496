/** An entry whose file cannot be read. */
export const broken = (kind: "service" | "runbook" | "changes", id: string) => ({
  kind,
  id,
  file: `content/${kind}/${id}`,
});
