/** The version of the content model that this Tidemark reads and writes. */
export const SCHEMA_VERSION = 1;

/** Why content of a version cannot be read, and what to do; `undefined` for the present one. */
export function versionProblem(version: number): string | undefined {
  if (version === SCHEMA_VERSION) return undefined;
  if (!Number.isInteger(version) || version < 0) return `is no version, expected ${SCHEMA_VERSION}`;
  return version > SCHEMA_VERSION
    ? `is newer than this Tidemark, which knows versions up to ${SCHEMA_VERSION}: install a newer one`
    : `is older than ${SCHEMA_VERSION}: \`tidemark migrate\` brings the content up to date`;
}
