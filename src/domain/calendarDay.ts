/** Days of the calendar as `YYYY-MM-DD`, years 0001 to 9999. Text of this form sorts as the days do. */

/** True for a day that exists. */
export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !value.startsWith('0000') && dayOf(numberOf(value)) === value;
}

export const daysAfter = (day: string, days: number): string => dayOf(numberOf(day) + days);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: string): number => ((numberOf(day) + 2) % 7) + 1;

/** Days since 1 March of the year 0: a leap day then ends its year, so that every month begins at a fixed place in it. */
function numberOf(day: string): number {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const fromMarch = (month + 9) % 12;
  const years = month > 2 ? year : year - 1;
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + Math.floor((fromMarch * 306 + 5) / 10) + date - 1;
}

function dayOf(number: number): string {
  // The year is found from the average length, and is one too many on the last days of some.
  let years = Math.floor((number + 1) / 365.2425) + 1;
  while (startOf(years) > number) years -= 1;
  const rest = number - startOf(years);
  const fromMarch = Math.floor((rest * 10 + 5) / 306);
  const date = rest - Math.floor((fromMarch * 306 + 5) / 10) + 1;
  const month = ((fromMarch + 2) % 12) + 1;
  const padded = (value: number, width: number) => String(value).padStart(width, '0');
  return `${padded(month > 2 ? years : years + 1, 4)}-${padded(month, 2)}-${padded(date, 2)}`;
}

const startOf = (years: number): number => years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
