/**
 * The colours a category can have, as Graph spells them. Which shade each is, and its name, is for the pane: Microsoft
 * names them and gives no values. (Graph reference, outlookCategory resource type)
 */
export const categoryColors = [
  'none', 'preset0', 'preset1', 'preset2', 'preset3', 'preset4', 'preset5', 'preset6', 'preset7', 'preset8', 'preset9',
  'preset10', 'preset11', 'preset12', 'preset13', 'preset14', 'preset15', 'preset16', 'preset17', 'preset18', 'preset19',
  'preset20', 'preset21', 'preset22', 'preset23', 'preset24',
] as const;
export type CategoryColor = (typeof categoryColors)[number];

/** An entry of the mailbox's master list. A contact holds only names, and may hold some that the list lacks. */
export type Category = { readonly id: string; readonly displayName: string; readonly color: CategoryColor };

export const isCategoryColor = (value: unknown): value is CategoryColor => categoryColors.some((color) => color === value);
