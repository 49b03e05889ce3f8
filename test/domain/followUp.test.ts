import fc from 'fast-check';
import { daysAfter, weekday } from '#domain/calendarDay';
import type { FollowUp } from '#domain/followUp';
import { followUpDone, followUpGroup, followUpOn, isFollowUp, noFollowUp, standingOf } from '#domain/followUp';

// 2026-11-23 is a Monday.
const monday = '2026-11-23';

describe('what Outlook sets for a choice', () => {
  it.each([
    ['today', monday, monday, monday], ['tomorrow', monday, '2026-11-24', '2026-11-24'],
    ['thisWeek', monday, '2026-11-25', '2026-11-27'], ['thisWeek', '2026-11-26', '2026-11-27', '2026-11-27'],
    ['thisWeek', '2026-11-27', '2026-11-27', '2026-11-27'], ['thisWeek', '2026-11-28', '2026-11-28', '2026-11-28'],
    ['thisWeek', '2026-11-29', '2026-11-29', '2026-11-29'],
    ['nextWeek', monday, '2026-11-30', '2026-12-04'], ['nextWeek', '2026-11-29', '2026-11-30', '2026-12-04'],
    ['noDate', monday, '', ''], ['tomorrow', '2027-12-31', '2028-01-01', '2028-01-01'],
  ] as const)('%s on %s: from %s to %s', (choice, today, start, due) => {
    expect(followUpOn(choice, today)).toEqual({ status: 'flagged', start, due, completed: '' });
  });

  it('a day of one\'s own is start and due', () => {
    expect(followUpOn({ day: '2027-01-05' }, monday)).toEqual({ status: 'flagged', start: '2027-01-05', due: '2027-01-05', completed: '' });
  });

  it('never starts after it is due, never lies in the past, and keeps to working days where it chooses a week', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 4000 }), fc.constantFrom('today', 'tomorrow', 'thisWeek', 'nextWeek'), (days, choice) => {
      const today = daysAfter(monday, days);
      const flag = followUpOn(choice, today);
      expect(flag.start <= flag.due).toBe(true);
      expect(flag.start >= today).toBe(true);
      if (choice === 'nextWeek') expect([weekday(flag.start), weekday(flag.due)]).toEqual([1, 5]);
      if (choice === 'thisWeek' && weekday(today) < 6) expect(weekday(flag.due)).toBe(5);
    }));
  });
});

it('stands where its due day is', () => {
  const due = (day: string): FollowUp => ({ status: 'flagged', start: day, due: day, completed: '' });
  expect(standingOf(noFollowUp, monday)).toBe('none');
  expect(standingOf(followUpDone(monday), monday)).toBe('done');
  expect(standingOf(followUpOn('noDate', monday), monday)).toBe('noDate');
  expect(standingOf(due('2026-11-22'), monday)).toBe('overdue');
  expect(standingOf(due(monday), monday)).toBe('today');
  expect(standingOf(due('2026-11-24'), monday)).toBe('soon');
});

it('has its place in the list of people to get back to; a week ends on Sunday', () => {
  const on = (day: string) => followUpGroup(followUpOn({ day }, monday), monday);
  expect(['2026-11-22', monday, '2026-11-24', '2026-11-29', '2026-11-30'].map(on)).toEqual(['overdue', 'today', 'thisWeek', 'thisWeek', 'later']);
  expect([noFollowUp, followUpOn('noDate', monday), followUpDone(monday)].map((flag) => followUpGroup(flag, monday))).toEqual([null, 'noDate', 'done']);
});

it('is told from what is none', () => {
  expect([noFollowUp, followUpDone(monday), followUpOn('nextWeek', monday)].every(isFollowUp)).toBe(true);
  const bad: unknown[] = [null, [], 'flagged', {}, { ...noFollowUp, status: 'x' }, { ...noFollowUp, due: '2026-02-30' }, { ...noFollowUp, start: null }, { status: 'flagged' }];
  expect(bad.filter(isFollowUp)).toEqual([]);
  fc.assert(fc.property(fc.jsonValue(), (value) => { isFollowUp(value); }));
});
