/**
 * A calendar day (`YYYY-MM-DD`) in the person's language. Worked out in UTC throughout, so that no time zone turns
 * it into the day before. Outlook writes the year 1604 for birthdays without a year.
 */
export function dayText(day: string, language: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!parts) return day;
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  const withYear = parts[1] !== '1604';
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) }).format(date);
}
