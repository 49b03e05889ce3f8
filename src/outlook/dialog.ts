import type { Result } from '#domain/result';

/** What the page in the dialog sent, or that the user closed it. */
export type DialogEnd = { readonly kind: 'message'; readonly value: unknown } | { readonly kind: 'closed' };

export type DialogOptions = {
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** How long the window may stay open before `noAnswer`. */
  readonly clockMs?: number;
  readonly signal?: AbortSignal;
};

/**
 * Opens one of the add-in's own https pages and gives the first message it sends. `refused` with Office's code:
 * 12007 another one is open, 12009 the user would not have it, 12011 the browser blocked it.
 */
export async function openDialog(_url: string, _options: DialogOptions = {}): Promise<Result<DialogEnd>> {
  throw new Error('not built yet');
}
