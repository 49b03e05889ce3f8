/** Whose database it is. It must outlive whatever else is begun anew: unsent work must not become somebody else's. */
export const accountKey = 'account';
/** In a mailbox's first database: all accounts that were here, the last one first. */
export const accountsKey = 'accounts';
