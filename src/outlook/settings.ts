import type { Result } from '#domain/result';
import { failed, ok } from '#domain/result';
import { guarded } from './guarded.ts';
import { officeCall, officeProblem } from './officeCall.ts';

/**
 * The user's settings for this add-in, kept in the mailbox: 32 KB, follow the user to other machines. Values are
 * whatever was saved, perhaps by a newer version: check their shape. (Outlook add-ins, "Office.RoamingSettings")
 */
export type RoamingSettings = {
  /** undefined when never set, or when the host has no settings. */
  readonly get: (name: string) => unknown;
  /** Sets in this session only, until `save`; `undefined` removes. */
  readonly set: (name: string, value: unknown) => Result<null>;
  /** Writes the whole set to the mailbox. */
  readonly save: () => Promise<Result<null>>;
};

export function roamingSettings(): RoamingSettings {
  return {
    get: (name) => guarded(() => Office.context.roamingSettings.get(name) as unknown),
    set: (name, value) => {
      try {
        if (value === undefined) Office.context.roamingSettings.remove(name);
        else Office.context.roamingSettings.set(name, value);
        return ok(null);
      } catch (error) {
        return failed(officeProblem(error));
      }
    },
    save: async () => {
      const saved = await officeCall<void>((done) => Office.context.roamingSettings.saveAsync(done));
      return saved.ok ? ok(null) : saved;
    },
  };
}
