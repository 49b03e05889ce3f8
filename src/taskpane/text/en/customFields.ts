import type { CustomFieldKind } from '#domain/customField';

const kinds: Readonly<Record<CustomFieldKind, string>> = { text: 'Text', number: 'Number', date: 'Date', choice: 'Choice', yesNo: 'Yes or no' };

export const customFields = {
  title: 'Your own fields', kinds,
  hint: 'Fields that every contact gets, in every Outlook you use. Their values lie on the contacts, in your mailbox.',
  none: 'You have no fields of your own yet.',
  label: 'Name of the field', kind: 'Kind', choices: 'Choices, one in a line',
  add: 'New field', addGo: 'Add the field', save: 'Save', cancel: 'Cancel',
  labelNeeded: 'Give the field a name.', labelTaken: (label: string) => `There is a field ${label} already.`, choicesNeeded: 'Write at least one choice.',
  edit: (label: string) => `Change ${label}`, up: (label: string) => `Move ${label} up`, down: (label: string) => `Move ${label} down`, remove: (label: string) => `Remove ${label}`,
  removeSure: (label: string) => `Remove the field ${label}?`,
  removeHint: 'What contacts have in it stays on them; it is shown under “Other fields” and cannot be changed while the field is not here.',
  removeGo: 'Remove', saved: 'Saved.',
  organisation: 'From your organisation', organisationHint: 'Your organisation lays these down; they cannot be changed here.',
  section: 'Your own fields', fill: 'Change your own fields', change: 'Change',
  others: 'Other fields', othersHint: 'Kept on this contact; the field is not defined here.',
  yes: 'Yes', no: 'No', unset: 'Not set',
  badNumber: (example: string) => `Write a number, for example ${example}.`,
  badWhole: 'Write a whole number between −2,147,483,648 and 2,147,483,647.',
  badDate: 'Choose a complete date.',
  restored: 'What you typed before is back.',
  notRead: 'The values could not be read, so they cannot be changed now.',
};
