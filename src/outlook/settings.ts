import type { Result } from '#domain/result';

/** The user's settings in the mailbox (32 KB, follow the user). Values are whatever was saved: check their shape. */
export type RoamingSettings = {
  readonly get: (name: string) => unknown;
  /** Sets in this session only; `undefined` removes. */
  readonly set: (name: string, value: unknown) => Result<null>;
  readonly save: () => Promise<Result<null>>;
};

export function roamingSettings(): RoamingSettings {
  throw new Error('not built yet');
}
