import type { ContactFields } from '#domain/contact';

/** The form in which a contact is made or changed. */
export const edit = {
  already: (name: string) => `${name} already has this address in your contacts.`, saveAnyway: 'Save all the same', showThere: (name: string) => `Show ${name}`,
  titleNew: 'New contact', titleEdit: (name: string) => `Edit ${name}`,
  save: 'Save', cancel: 'Cancel', discard: 'Discard',
  discardSure: 'Discard what you typed?', goOn: 'Go on editing',
  restored: 'What you typed before is back.',
  leave: 'You have typed something that is not saved.',
  keptOther: (name: string) => `You are still editing ${name}. Outlook now shows something else.`,
  showItem: 'Show the open item',
  backToEdit: (name: string) => `Go on editing ${name}`,

  /** Groups of fields, as Outlook's own form has them. */
  group: {
    name: 'Name', email: 'E-mail', phone: 'Phone', moreName: 'More of the name', work: 'Work', chat: 'Chat',
    businessAddress: 'Work address', homeAddress: 'Home address', otherAddress: 'Other address', personal: 'Personal', notes: 'Notes',
  },
  find: 'Find a field',
  found: (n: number) => (n === 1 ? '1 field' : `${n} fields`),
  foundAbove: (label: string) => `${label} stands further up.`,
  foundNone: 'There is no field of this name.',
  /** What people call a field besides its label; only for finding it. */
  alsoCalled: {
    middleName: 'second name', generation: 'jr sr', nickName: 'short name called', fileAs: 'sort order', title: 'mr mrs dr prof academic',
    yomiGivenName: 'phonetic pronunciation furigana', yomiSurname: 'phonetic pronunciation furigana', yomiCompanyName: 'phonetic pronunciation furigana',
    officeLocation: 'room building location', manager: 'boss', assistantName: 'secretary', businessHomePage: 'website url internet homepage link',
    imAddresses: 'instant messenger im skype teams', spouseName: 'wife husband spouse', children: 'kids son daughter', birthday: 'date of birth age',
    personalNotes: 'comment remark memo', businessAddress: 'postal office', homeAddress: 'postal private', otherAddress: 'postal',
    homePhones: 'private telephone', businessPhones: 'business telephone', mobilePhone: 'cell telephone', emailAddresses: 'email mail address',
  } as Partial<Record<keyof ContactFields, string>>,

  add: (label: string) => `Add: ${label}`, remove: (label: string) => `Remove: ${label}`,
  most: {
    emailAddresses: 'Outlook keeps three e-mail addresses, not more.', businessPhones: 'Outlook keeps two work phones, not more.',
    homePhones: 'Outlook keeps two home phones, not more.', imAddresses: 'Outlook keeps three chat addresses, not more.',
  },
  nth: (label: string, n: number) => (n === 1 ? label : `${label} ${n}`),
  mailName: (label: string) => `Name shown with ${label}`,
  removeAddress: 'Remove this address',
  removeBirthday: 'Clear the date',
  keptAs: (phone: string) => `Kept as ${phone}`,
  noYear: 'Outlook writes the year 1604 when none is known.',
  dayAhead: 'This day is still to come.',
  fileAsHint: 'Choose one or write your own.',

  fault: {
    nameNeeded: 'Give a name, a company or an address, so that this contact can be found again.',
    badEmail: 'This is not a complete mail address.',
    sameEmail: 'This address is here twice.',
    badWeb: 'This is not a complete web address.',
    badDay: 'This is not a complete date.',
    dayTooEarly: 'Outlook keeps dates from the year 1601 on.',
    tooLong: (most: number) => `This is too long: at most ${most.toLocaleString('en')} characters fit.`,
  },
};
