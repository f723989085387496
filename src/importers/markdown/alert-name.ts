/** The alert that a runbook's file is named after: `KubePodCrashLooping`, `etcdNoLeader`; one capitalised word only when the title is the same. */
export function alertName(stem: string, title: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9]{2,119}$/.test(stem)) return undefined;
  if (
    /^[a-z]*(?:[A-Z]+[a-z0-9]*){2,}$|^[a-z]+(?:[A-Z]+[a-z0-9]*)+$/.test(stem) &&
    /[a-z]/.test(stem) &&
    /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(stem)
  )
    return stem;
  return /^[A-Z][a-z]+$/.test(stem) && title.trim() === stem ? stem : undefined;
}
