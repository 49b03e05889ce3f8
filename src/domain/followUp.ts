import { daysAfter, isDay, weekday } from './calendarDay.ts';

/** The follow-up flag in whole days, `YYYY-MM-DD` or ''. */
export type FollowUp = { readonly status: 'notFlagged' | 'flagged' | 'complete'; readonly start: string; readonly due: string; readonly completed: string };
export const noFollowUp: FollowUp = { status: 'notFlagged', start: '', due: '', completed: '' };

export type FollowUpChoice = 'today' | 'tomorrow' | 'thisWeek' | 'nextWeek' | 'noDate' | { readonly day: string };

/** Where a flag stands on a given day. `soon` is any day after it, however far. */
export type FollowUpStanding = 'none' | 'done' | 'overdue' | 'today' | 'soon' | 'noDate';

/**
 * The flag Outlook sets for a choice in its menu: this week is due on Friday and starts two days from now at the
 * latest on Friday; next week runs from Monday to Friday. (Microsoft support, "Flag email messages for follow up": the
 * table of start and due dates, for a working week of Monday to Friday.) Guesses of ours: once Friday is past, this
 * week means today; Sunday ends a week; a day of one's own is start and due in one.
 */
export function followUpOn(choice: FollowUpChoice, today: string): FollowUp {
  const flagged = (start: string, due: string): FollowUp => ({ status: 'flagged', start, due, completed: '' });
  if (typeof choice === 'object') return flagged(choice.day, choice.day);
  switch (choice) {
    case 'today':
      return flagged(today, today);
    case 'tomorrow':
      return flagged(daysAfter(today, 1), daysAfter(today, 1));
    case 'thisWeek': {
      const friday = daysAfter(today, 5 - weekday(today));
      if (friday <= today) return flagged(today, today);
      const start = daysAfter(today, 2);
      return flagged(start < friday ? start : friday, friday);
    }
    case 'nextWeek': {
      const monday = daysAfter(today, 8 - weekday(today));
      return flagged(monday, daysAfter(monday, 4));
    }
    case 'noDate':
      return flagged('', '');
  }
}

/** Done on a day. A done flag keeps no start and no due: Graph is told of neither. */
export const followUpDone = (today: string): FollowUp => ({ status: 'complete', start: '', due: '', completed: today });

export function standingOf(flag: FollowUp, today: string): FollowUpStanding {
  if (flag.status === 'notFlagged') return 'none';
  if (flag.status === 'complete') return 'done';
  if (flag.due === '') return 'noDate';
  if (flag.due < today) return 'overdue';
  return flag.due === today ? 'today' : 'soon';
}

/** The parts of a list of people to get back to, in the order in which they matter. A week ends on its Sunday. */
export const followUpGroups = ['overdue', 'today', 'thisWeek', 'later', 'noDate', 'done'] as const;
export type FollowUpGroup = (typeof followUpGroups)[number];

/** Null for one that is not flagged. */
export function followUpGroup(flag: FollowUp, today: string): FollowUpGroup | null {
  const standing = standingOf(flag, today);
  if (standing === 'none') return null;
  if (standing === 'soon') return flag.due <= daysAfter(today, 7 - weekday(today)) ? 'thisWeek' : 'later';
  return standing;
}

/** For what was kept on the device or came from outside. */
export function isFollowUp(value: unknown): value is FollowUp {
  if (typeof value !== 'object' || value === null) return false;
  const { status, start, due, completed } = value as Record<string, unknown>;
  return ['notFlagged', 'flagged', 'complete'].some((known) => known === status) && [start, due, completed].every(isDayOrNothing);
}

const isDayOrNothing = (value: unknown): boolean => value === '' || isDay(value);
