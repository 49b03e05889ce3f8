const machineNames = [
  'no[-.]?repl(?:y|ies)', 'do[-.]?not[-.]?reply', 'nao[-.]?responder', 'no[-.]?responder', 'nicht[-.]?antworten',
  'ne[-.]?pas[-.]?repondre', 'non[-.]?rispondere', 'mailer-?daemon', 'postmaster', 'bounces?',
  'notifications?', 'alerts?', 'auto-?confirm', 'auto-?reply', 'auto-?responder', 'automailer',
].join('|');

/** The name stands alone or is set off by a separator: "no-reply", "noreply-de", "github.notifications". */
const machine = new RegExp(`(^|[.+-])(${machineNames})([.+=-]|\\d*$)`);

/** True for senders nobody saves: no-reply and its kin. Takes a folded address. */
export const isMachineAddress = (folded: string): boolean =>
  machine.test(folded.slice(0, Math.max(0, folded.lastIndexOf('@'))).replaceAll('_', '-'));
