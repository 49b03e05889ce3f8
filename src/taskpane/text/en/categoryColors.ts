import type { CategoryColor } from '#domain/category';

/** The names Outlook gives its colours. (Graph reference, outlookCategory resource type) */
export const categoryColorNames: Readonly<Record<CategoryColor, string>> = {
  none: 'No colour',
  preset0: 'Red', preset1: 'Orange', preset2: 'Brown', preset3: 'Yellow', preset4: 'Green',
  preset5: 'Teal', preset6: 'Olive', preset7: 'Blue', preset8: 'Purple', preset9: 'Cranberry',
  preset10: 'Steel', preset11: 'Dark steel', preset12: 'Gray', preset13: 'Dark gray', preset14: 'Black',
  preset15: 'Dark red', preset16: 'Dark orange', preset17: 'Dark brown', preset18: 'Dark yellow', preset19: 'Dark green',
  preset20: 'Dark teal', preset21: 'Dark olive', preset22: 'Dark blue', preset23: 'Dark purple', preset24: 'Dark cranberry',
};
