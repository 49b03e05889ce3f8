import { daysAfter } from '#domain/calendarDay';
import { standingOf } from '#domain/followUp';
import type { FollowUp } from '#domain/followUp';
import type { Texts } from '../text/en.ts';

/** Where a flag stands, in words; '' for none. */
export function followUpText(texts: Texts, flag: FollowUp, today: string, language: string): string {
  const { state } = texts.followUp;
  switch (standingOf(flag, today)) {
    case 'none': return '';
    case 'done': return state.done(flag.completed === '' ? '' : dueText(flag.completed, today, language));
    case 'noDate': return state.noDate;
    case 'today': return state.today;
    case 'overdue': return state.overdue(dueText(flag.due, today, language));
    case 'soon': return flag.due === daysAfter(today, 1) ? state.tomorrow : state.soon(dueText(flag.due, today, language));
  }
}

/** A day near today as the person's language writes it, with its weekday; with the year where it is another. In UTC throughout, so that it stays that day. */
function dueText(day: string, today: string, language: string): string {
  const withYear = day.slice(0, 4) !== today.slice(0, 4);
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long', ...(withYear ? { year: 'numeric' } : {}) })
    .format(new Date(`${day}T00:00:00Z`));
}
