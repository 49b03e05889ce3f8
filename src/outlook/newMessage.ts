import type { Result } from '#domain/result';

/** False while composing and with no item: offer copying the address instead. */
export function canOpenNewMessage(): boolean {
  throw new Error('not built yet');
}

/** Opens Outlook's own form for a new mail. `refused` with code `notAvailable` where the host has no such call. */
export async function openNewMessage(_to: readonly string[]): Promise<Result<null>> {
  throw new Error('not built yet');
}
