/** A length of time in words: `41 min`, `1 h 12 min`, `3 d 4 h`; below a minute `under 1 min`. */
export function durationWords(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (milliseconds < 0) throw new Error(`Unexpected negative duration ${milliseconds}`);
  if (minutes < 1) return milliseconds === 0 ? "0 min" : "under 1 min";
  const days = Math.floor(minutes / 1440);
  const hours = Math.floor((minutes % 1440) / 60);
  const rest = minutes % 60;
  if (days > 0) return hours > 0 ? `${days} d ${hours} h` : `${days} d`;
  if (hours > 0) return rest > 0 ? `${hours} h ${rest} min` : `${hours} h`;
  return `${rest} min`;
}
