/** Whether the beginning of a section says only that something will be written. */
export function isPlaceholder(text: string): boolean {
  return /^[\s.…_*()[\]-]*(?:(?:to ?do|tbd|tba|n\/?a|none|fixme|xxx|placeholder|coming soon|fill (?:this )?in|lorem ipsum)\b[\s.:…!]*.{0,40})?$/i.test(
    text.trim(),
  );
}
