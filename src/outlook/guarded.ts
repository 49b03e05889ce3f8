/**
 * A reading from Office that may be missing, or throw because there is no item: undefined then. Every member of
 * Office.js that some host lacks is read through it.
 */
export function guarded<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The same for text: '' for what is missing or no text. */
export function guardedText(read: () => unknown): string {
  const value = guarded(read);
  return typeof value === 'string' ? value : '';
}
