import fc from 'fast-check';
import { daysAfter, isDay, weekday } from '#domain/calendarDay';

/** The runtime's own calendar, made apart from ours. */
const day = fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9990-01-01T00:00:00Z'), noInvalidDate: true });
const text = (date: Date) => date.toISOString().slice(0, 10);

it('counts days as the runtime does', () => {
  fc.assert(fc.property(day, fc.integer({ min: -1000, max: 1000 }), (date, days) => {
    const at = new Date(Date.parse(`${text(date)}T00:00:00Z`));
    const later = new Date(at.getTime() + days * 86_400_000);
    if (later.getTime() > Date.parse('0001-01-01T00:00:00Z')) expect(daysAfter(text(at), days)).toBe(text(later));
    expect(weekday(text(at))).toBe(at.getUTCDay() || 7);
    expect(isDay(text(at))).toBe(true);
  }), { numRuns: 3000 });
});

it.each(['2000-01-01', '2000-02-28', '2000-02-29', '2000-12-31', '1900-02-28', '2024-02-29', '2023-03-01', '0004-02-29', '0001-01-01', '9999-12-31'])('%s is a day, and the one after the day before it', (at) => {
  expect(isDay(at)).toBe(true);
  expect(daysAfter(daysAfter(at, -1), 1)).toBe(at);
});

it.each(['2023-02-29', '1900-02-29', '2024-13-01', '2024-00-10', '2024-04-31', '2024-04-00', '24-04-01', '2024-4-1', '', '2024-04-01T00:00:00Z', '0000-01-01', 20240401, null])('%p is none', (value) => {
  expect(isDay(value)).toBe(false);
});
