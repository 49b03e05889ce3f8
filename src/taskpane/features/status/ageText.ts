import type { Texts } from '../../text/en.ts';

/** How long ago, in words. */
export function ageText(texts: Texts, ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 1) return texts.status.justNow;
  if (minutes < 60) return texts.status.minutes(minutes);
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? texts.status.hours(hours) : texts.status.days(Math.floor(hours / 24));
}
