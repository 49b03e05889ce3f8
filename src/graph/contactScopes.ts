export const readContactScopes = ['Contacts.Read'] as const;
export const writeContactScopes = ['Contacts.ReadWrite'] as const;
