/** What Graph, or the pane before it, refused for a reason that has a code: a sentence of its own for each. */
export const refusals: Readonly<Record<string, string>> = {
  folderExists: 'There is a folder of this name in that place already.',
  folderNotEmpty: 'Something has come into the folder meanwhile, so it stays. Look into it and delete it again.',
  copyDiffers: 'Outlook did not keep everything when the contact was copied, so it stays where it was.',
  flagNotOffered: 'Outlook offers no follow-up flags for this mailbox.',
  customNotOffered: 'Outlook offers no fields of your own for this mailbox.',
  /** Outlook's own word for it. (Office add-ins, "Office Common API error codes") */
  9019: 'Outlook could not keep this. It has room for 32 KB of settings for an add-in, and this may be too much.',
  settingsFull: 'There is no room for this: Outlook keeps 32 KB of settings for an add-in. Remove a field, or shorten the choices.',
  unknownField: 'Your organisation has changed its fields meanwhile. Open the contact again.',
  unfitValue: 'A value does not fit what your organisation has laid down for its field.',
};
