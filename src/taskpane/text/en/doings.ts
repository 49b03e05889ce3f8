import type { ChangeLabel } from '#domain/change';

type Sentences = Readonly<Record<ChangeLabel, (name: string) => string>>;

/** What the person did, in the history. */
export const label: Sentences = {
  created: (name) => `${name} saved`, updated: (name) => `${name} changed`,
  removed: (name) => `${name} deleted`, addressAdded: (name) => `Address added to ${name}`,
  categorized: (name) => `Categories of ${name} changed`,
  flagged: (name) => `${name} flagged for follow-up`, flagDone: (name) => `Follow-up of ${name} marked done`, flagCleared: (name) => `Flag taken off ${name}`,
  photoChanged: (name) => `Picture of ${name} changed`, photoRemoved: (name) => `Picture of ${name} removed`,
  customChanged: (name) => `Your own fields of ${name} changed`, moved: (name) => `${name} moved to another folder`,
  categoryCreated: (name) => `Category ${name} created`, categoryRecoloured: (name) => `Colour of category ${name} changed`,
  categoryDeleted: (name) => `Category ${name} deleted`, categoryRenamed: (name) => `Category ${name} renamed`,
  folderCreated: (name) => `Folder ${name} created`, folderRenamed: (name) => `Folder ${name} renamed`,
  folderMoved: (name) => `Folder ${name} moved`, folderDeleted: (name) => `Folder ${name} deleted`,
};

/** That it was taken back, in the history. */
export const undoLabel: Sentences = {
  created: (name) => `Saving ${name} undone`, updated: (name) => `Change of ${name} undone`,
  removed: (name) => `${name} brought back`, addressAdded: (name) => `Address taken off ${name} again`,
  categorized: (name) => `Categories of ${name} as before`,
  flagged: (name) => `Flag of ${name} as before`, flagDone: (name) => `Follow-up of ${name} open again`, flagCleared: (name) => `${name} flagged again`,
  photoChanged: (name) => `Picture of ${name} as before`, photoRemoved: (name) => `Picture of ${name} brought back`,
  customChanged: (name) => `Your own fields of ${name} as before`, moved: (name) => `${name} moved back`,
  categoryCreated: (name) => `Creating category ${name} undone`, categoryRecoloured: (name) => `Colour of category ${name} as before`,
  categoryDeleted: (name) => `Category ${name} brought back`, categoryRenamed: (name) => `Category ${name} has its name again`,
  folderCreated: (name) => `Creating folder ${name} undone`, folderRenamed: (name) => `Folder ${name} has its name again`,
  folderMoved: (name) => `Folder ${name} moved back`, folderDeleted: (name) => `Folder ${name} brought back`,
};

/** While it is being done to many. */
export const doing: Sentences = {
  created: (name) => `Saving ${name}`, updated: (name) => `Changing ${name}`,
  removed: (name) => `Deleting ${name}`, addressAdded: (name) => `Adding the address to ${name}`,
  categorized: (name) => `Changing the categories of ${name}`,
  flagged: (name) => `Flagging ${name}`, flagDone: (name) => `Marking the follow-up of ${name} done`, flagCleared: (name) => `Taking the flag off ${name}`,
  photoChanged: (name) => `Changing the picture of ${name}`, photoRemoved: (name) => `Removing the picture of ${name}`,
  customChanged: (name) => `Changing your own fields of ${name}`, moved: (name) => `Moving ${name} to another folder`,
  categoryCreated: (name) => `Creating category ${name}`, categoryRecoloured: (name) => `Changing the colour of category ${name}`,
  categoryDeleted: (name) => `Deleting category ${name}`, categoryRenamed: (name) => `Renaming category ${name}`,
  folderCreated: (name) => `Creating folder ${name}`, folderRenamed: (name) => `Renaming folder ${name}`,
  folderMoved: (name) => `Moving folder ${name}`, folderDeleted: (name) => `Deleting folder ${name}`,
};

/** While it is being taken back. */
export const undoing: Sentences = {
  ...doing,
  created: (name) => `Undoing the saving of ${name}`, removed: (name) => `Bringing back ${name}`, addressAdded: (name) => `Taking the address off ${name} again`,
  flagged: (name) => `Taking back the flag of ${name}`, flagDone: (name) => `Opening the follow-up of ${name} again`, flagCleared: (name) => `Flagging ${name} again`,
  photoRemoved: (name) => `Bringing back the picture of ${name}`, moved: (name) => `Moving ${name} back`,
  categoryCreated: (name) => `Undoing the creation of category ${name}`, categoryDeleted: (name) => `Bringing back category ${name}`,
  folderCreated: (name) => `Undoing the creation of folder ${name}`, folderMoved: (name) => `Moving folder ${name} back`, folderDeleted: (name) => `Bringing back folder ${name}`,
};

/** Right after it was done. */
export const done: Sentences = {
  created: (name) => `${name} is saved.`, updated: (name) => `${name} is changed.`,
  removed: (name) => `${name} is deleted.`, addressAdded: (name) => `The address is added to ${name}.`,
  categorized: (name) => `The categories of ${name} are changed.`,
  flagged: (name) => `${name} is flagged for follow-up.`, flagDone: (name) => `The follow-up of ${name} is done.`, flagCleared: (name) => `The flag is taken off ${name}.`,
  photoChanged: (name) => `${name} has a new picture.`, photoRemoved: (name) => `The picture of ${name} is removed.`,
  customChanged: (name) => `Your own fields of ${name} are changed.`, moved: (name) => `${name} is moved.`,
  categoryCreated: (name) => `The category ${name} is created.`, categoryRecoloured: (name) => `The category ${name} has a new colour.`,
  categoryDeleted: (name) => `The category ${name} is deleted.`, categoryRenamed: (name) => `The category ${name} is renamed.`,
  folderCreated: (name) => `The folder ${name} is created.`, folderRenamed: (name) => `The folder ${name} is renamed.`,
  folderMoved: (name) => `The folder ${name} is moved.`, folderDeleted: (name) => `The folder ${name} is deleted.`,
};

/** Right after it was taken back. */
export const undone: Sentences = {
  created: (name) => `${name} is no longer saved.`, updated: (name) => `${name} is as before.`,
  removed: (name) => `${name} is back.`, addressAdded: (name) => `The address is taken off ${name} again.`,
  categorized: (name) => `The categories of ${name} are as before.`,
  flagged: (name) => `The flag of ${name} is as before.`, flagDone: (name) => `The follow-up of ${name} is open again.`, flagCleared: (name) => `${name} is flagged again.`,
  photoChanged: (name) => `The picture of ${name} is as before.`, photoRemoved: (name) => `The picture of ${name} is back.`,
  customChanged: (name) => `Your own fields of ${name} are as before.`, moved: (name) => `${name} is back in the old folder.`,
  categoryCreated: (name) => `The category ${name} is gone again.`, categoryRecoloured: (name) => `The category ${name} has its old colour.`,
  categoryDeleted: (name) => `The category ${name} is back.`, categoryRenamed: (name) => `The category ${name} has its old name.`,
  folderCreated: (name) => `The folder ${name} is gone again.`, folderRenamed: (name) => `The folder ${name} has its old name.`,
  folderMoved: (name) => `The folder ${name} is where it was.`, folderDeleted: (name) => `The folder ${name} is back.`,
};
