/**
 * What the add-in says about itself to Outlook, once. `manifestXml` and `manifestJson` write it down in the two forms
 * there are; the XML one is what every Outlook reads, the JSON one is its twin.
 */

export type Text = { readonly en: string; readonly de: string };

/** Where a button stands. `mailRead` and its kin are the names of the unified manifest. */
export type Surface = {
  readonly id: string;
  readonly xml: string;
  readonly json: string;
  /** The pane may be pinned on messages only. (Outlook add-ins, "Implement a pinnable task pane in Outlook") */
  readonly pinnable: boolean;
};

export type Button = {
  readonly id: string;
  readonly label: Text;
  readonly tip: Text;
  readonly does: { readonly kind: 'openPane' } | { readonly kind: 'run'; readonly action: string };
  /** Ids of the surfaces it stands on. */
  readonly on: readonly string[];
};

/** Stands for the host in the manifest of the repository; a build writes its own. */
export const placeholderOrigin = 'https://contact-pane.example';

export const addIn = {
  /** Never changes: it is how Outlook knows the add-in again. */
  id: '7d0c1f52-5b7e-4c1b-9a3a-2f0b6e4c8d11',
  /** Rises with every release; three numbers, because the JSON form takes no fourth. */
  version: '1.0.0',
  provider: 'Contact Pane',
  name: { en: 'Contact Pane', de: 'Kontaktbereich' },
  short: {
    en: 'See who you know on a mail or meeting, and save the rest in one step.',
    de: 'Sehen, wen Sie auf einer Mail oder Besprechung kennen; den Rest speichern.',
  },
  description: {
    en: 'Open the pane in any mail or meeting, see at once who of these people you know, save or fix the rest in one step, and take anything back.',
    de: 'In jeder Mail und Besprechung sehen, wen Sie kennen, die übrigen in einem Schritt speichern und alles zurücknehmen können.',
  },
  /** The smallest that covers the Office members the code calls; a test compares. */
  permission: 'ReadWriteItem',
  /** Outlook on Windows (also LTSC 2021), on the web and on the Mac; not phones, nor mailboxes on premises. */
  mailbox: '1.8',
  accentColor: '#0F6CBD',
  pane: 'taskpane.html',
  commands: 'commands.html',
  about: 'about.html',
  iconSizes: [16, 20, 24, 32, 40, 48, 64, 80],
  group: { en: 'Contacts', de: 'Kontakte' },
  surfaces: [
    { id: 'msgRead', xml: 'MessageReadCommandSurface', json: 'mailRead', pinnable: true },
    { id: 'msgCompose', xml: 'MessageComposeCommandSurface', json: 'mailCompose', pinnable: true },
    { id: 'apptOrganizer', xml: 'AppointmentOrganizerCommandSurface', json: 'meetingDetailsOrganizer', pinnable: false },
    { id: 'apptAttendee', xml: 'AppointmentAttendeeCommandSurface', json: 'meetingDetailsAttendee', pinnable: false },
  ] satisfies readonly Surface[] as readonly Surface[],
  buttons: [
    {
      id: 'open',
      label: { en: 'Contact Pane', de: 'Kontaktbereich' },
      tip: {
        en: 'See at once who on this item is in your contacts, and save or fix the rest.',
        de: 'Auf einen Blick sehen, wer hier zu Ihren Kontakten gehört, und die übrigen speichern.',
      },
      does: { kind: 'openPane' },
      on: ['msgRead', 'msgCompose', 'apptOrganizer', 'apptAttendee'],
    },
    {
      id: 'addSender',
      label: { en: 'Add sender to contacts', de: 'Absender zu Kontakten' },
      tip: {
        en: 'Save the sender of this message without opening the pane. You can take it back in the pane.',
        de: 'Den Absender dieser Nachricht speichern, ohne den Bereich zu öffnen. Im Bereich lässt es sich zurücknehmen.',
      },
      does: { kind: 'run', action: 'addSender' },
      on: ['msgRead'],
    },
  ] satisfies readonly Button[] as readonly Button[],
} as const;

export type AddIn = typeof addIn;
