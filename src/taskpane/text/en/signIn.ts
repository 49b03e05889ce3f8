/** Why each permission is asked for, by the scope's name in small letters. Said before any window opens. */
const why: Readonly<Record<string, string>> = {
  'contacts.read': 'To tell you who you know, the pane reads your Outlook contacts. They stay between Outlook and this pane.',
  'contacts.readwrite': 'To save what you change, the pane needs to write to your Outlook contacts.',
  'mailboxsettings.read': 'To show your categories in their colours, the pane reads the list of categories in your mailbox settings.',
  'mailboxsettings.readwrite': 'To show and add categories with their colours, the pane uses the list of categories in your mailbox settings.',
  'user.read': 'To offer the fields your organisation has for contacts, the pane reads which they are.',
  'user.readbasic.all': 'To show pictures of colleagues and who they are, the pane reads them from your organisation\'s directory.',
  'mail.readbasic': 'To show everybody on this mail, the pane reads who it went to from your mailbox. It cannot read the text of any mail.',
  'calendars.readbasic': 'To show everybody invited, the pane reads the attendees from your calendar. It cannot read the text of any meeting.',
  'groupmember.read.all': 'To show who is in a group, the pane reads its members from your organisation\'s directory. An administrator of your organisation has to allow this.',
};

export const signIn = {
  title: 'Let Contact Pane see your contacts', titleElse: 'One more permission is needed',
  why,
  whyElse: 'The pane needs one more permission for this.',
  window: 'Microsoft\'s page opens in a window of its own.',
  go: 'Continue', waiting: 'Waiting for your answer in the other window …', stop: 'Stop waiting',
  retry: 'Try again', what: 'What can I do?',
  signedOut: 'You have signed out of Contact Pane.', signInAgain: 'Sign in',
  wrongAccount: (account: string, mailbox: string) => `You signed in as ${account}, but this mailbox is ${mailbox}. Are both yours?`,
  keepAccount: 'Yes, both are mine', otherAccount: 'Use another account',
  adminHint: 'Whoever administers your organisation can approve it for everybody on this page:',
  adminOpen: 'Open the approval page', adminCopy: 'Copy its address',
};

/** "Account" among the settings. */
export const account = {
  title: 'Your account',
  is: (name: string) => `Signed in as ${name}.`, isNobody: 'Not signed in.', byWindow: 'Signed in until this pane is closed.',
  other: 'Use another account …',
  otherHint: 'A window opens in which you choose. What is kept here of this account stays apart, with what was not sent yet, and is there again when it is signed in.',
  otherGo: 'Choose an account',
  out: 'Sign out and forget …',
  outHint: 'Deletes contacts, drafts and what you did from this device, and asks before it signs in again, in every Outlook of yours. You stay signed in to Outlook, and your contacts there stay as they are.',
  outGo: 'Sign out and forget', cancel: 'Cancel',
  lost: (changes: number, drafts: number) =>
    `${[changes > 0 ? `${changes} ${changes === 1 ? 'change' : 'changes'} not sent yet` : '', drafts > 0 ? `${drafts} ${drafts === 1 ? 'form' : 'forms'} not saved` : ''].filter(Boolean).join(' and ')} would be lost.`,
  done: 'You are signed out. Nothing is kept on this device any more.', failed: 'The browser did not let the pane delete everything.',
};
