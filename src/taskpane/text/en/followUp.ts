import type { FollowUpGroup } from '#domain/followUp';

const groups: { readonly [G in FollowUpGroup]: string } = {
  overdue: 'Overdue', today: 'Today', thisWeek: 'This week', later: 'Later', noDate: 'No date', done: 'Done',
};

/** The follow-up flag: on the card, for several contacts, on its page. */
export const followUp = {
  title: 'Follow-up', flag: 'Follow up', flagOf: (name: string) => `Follow up ${name}`, change: 'Follow-up',
  today: 'Today', tomorrow: 'Tomorrow', thisWeek: 'This week', nextWeek: 'Next week', noDate: 'No date', aDate: 'Choose a date …',
  done: 'Mark as done', clear: 'Clear the flag', date: 'Follow up on', set: 'Set', cancel: 'Cancel',
  doneOf: (name: string) => `Mark ${name} as done`,
  state: {
    overdue: (day: string) => `Overdue since ${day}`, today: 'Follow up today', tomorrow: 'Follow up tomorrow',
    soon: (day: string) => `Follow up by ${day}`, noDate: 'Follow up, no date',
    done: (day: string) => (day === '' ? 'Followed up' : `Followed up on ${day}`),
  },
  groups,
  reading: (n: number) => `Looking for flags: ${n.toLocaleString('en')} ${n === 1 ? 'contact' : 'contacts'} seen`,
  stop: 'Stop', again: 'Look again', asOf: (time: string) => `As of ${time}`,
  stopped: 'Not all contacts were looked at.',
  empty: 'Nobody to get back to', emptyHint: 'Flag somebody on their card, and they appear here on the day.',
  waiting: 'Your contacts are read first', waitingHint: 'After that the pane looks who is flagged.',
  notOffered: 'No follow-up here',
  notOfferedHint: 'Outlook does not let add-ins see or set follow-up flags of contacts in this mailbox. Everything else works.',
};
