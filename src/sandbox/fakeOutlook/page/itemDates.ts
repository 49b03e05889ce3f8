import { itemTime } from './itemTime.ts';

/** Dates as the chosen language writes them. The sandbox's clock is UTC, so that everybody sees the same hours. */
export function itemDates(locale: string) {
  const make = (options: Intl.DateTimeFormatOptions) => {
    const all = { ...options, timeZone: 'UTC' };
    try {
      return new Intl.DateTimeFormat(locale, all);
    } catch {
      return new Intl.DateTimeFormat('en-US', all); // not a language tag
    }
  };
  const short = make({ hour: 'numeric', minute: '2-digit' });
  const weekday = make({ weekday: 'short' });
  const long = make({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: 'numeric', minute: '2-digit' });
  return {
    inList: (minutes: number) => (minutes >= 0 ? short : weekday).format(itemTime(minutes)),
    long: (minutes: number) => long.format(itemTime(minutes)),
    range: (from: number, to: number) => long.formatRange(itemTime(from), itemTime(to)),
  };
}
