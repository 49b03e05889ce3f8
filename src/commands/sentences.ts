import type { AddSenderOutcome } from '#app/addSender';

type Problem = Extract<AddSenderOutcome, { kind: 'problem' }>['problem'];

/** What the button of the ribbon says on the message; Outlook shows 150 characters of it. */
export const tooLong = 'This takes longer than it should. Open Contact Pane to see whether the sender was added.';

export function sentenceOf(outcome: AddSenderOutcome): string {
  switch (outcome.kind) {
    case 'added': return `${outcome.name} is in your contacts now. To take it back, open Contact Pane.`;
    case 'willBeAdded': return `${outcome.name} is kept on this device and goes to your contacts when that is possible.`;
    case 'alreadyThere': return `${outcome.name} is in your contacts already.`;
    case 'unclear': return `${outcome.name} may be in your contacts already. Open Contact Pane to decide.`;
    case 'nobody': return 'There is nobody to add on this message.';
    case 'problem': return problemSentence(outcome.problem);
  }
}

/** Nothing was added; the pane says more, and offers what can be done. */
export function problemSentence(problem: Problem): string {
  switch (problem.kind) {
    case 'signInNeeded':
    case 'signInCancelled':
    case 'signInUnsupported':
    case 'signInFailed': return 'Nothing was added: open Contact Pane once and sign in there. After that this button works.';
    case 'adminConsentNeeded': return 'Nothing was added: an administrator has to allow Contact Pane first. Open it to see how.';
    case 'otherAccount': return 'Nothing was added: another account is signed in. Open Contact Pane to decide.';
    case 'offline': return 'Nothing was added: there is no connection.';
    case 'mailboxUnsupported': return 'Nothing was added: the contacts of this mailbox are not on Microsoft Graph.';
    default: return 'Nothing was added. Open Contact Pane to see why, or try again.';
  }
}
