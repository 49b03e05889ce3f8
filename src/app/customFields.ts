import { readCustomFields } from '#domain/customField';
import type { CustomField } from '#domain/customField';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import type { Result } from '#domain/result';
import { createCell } from './cell.ts';
import type { Cell } from './cell.ts';

/** Of the 32 KB that Outlook keeps for an add-in; the rest is for other settings. (Outlook add-ins, "Office.RoamingSettings") */
const mostBytes = 28 * 1024;

export type CustomFieldsState = {
  /** The person's own, then the organisation's. */
  readonly fields: readonly CustomField[];
  /** Why the organisation's are not there. */
  readonly problem: Problem | null;
};

export type CustomFieldsPorts = {
  /** Definitions in the mailbox's own settings, so that they hold in every Outlook. */
  readonly readOwn: () => unknown;
  readonly writeOwn: (fields: readonly CustomField[]) => Promise<Result<null>>;
  /** Null where the organisation has defined none. */
  readonly askOrganisation: (() => Promise<Result<readonly CustomField[]>>) | null;
};

export type CustomFields = {
  readonly state: Cell<CustomFieldsState>;
  /**
   * Makes these the person's own fields. A field that is left out keeps its values on the contacts. `refused` with the code
   * `settingsFull` when they are more than the mailbox's settings hold; then all is as before.
   */
  setOwn(fields: readonly CustomField[]): Promise<Result<null>>;
  /** Asks for the organisation's definitions; once they are there it does nothing. */
  load(): Promise<void>;
};

/** Which fields of their own the contacts have here. */
export function customFields({ readOwn, writeOwn, askOrganisation }: CustomFieldsPorts): CustomFields {
  const own = (): readonly CustomField[] => readCustomFields(readOwn()).filter(({ source }) => source === 'own');
  let organisation: readonly CustomField[] | null = askOrganisation === null ? [] : null;
  let asking: Promise<void> | null = null;
  const state = createCell<CustomFieldsState>({ fields: own(), problem: null });
  const show = (problem: Problem | null = null): void => state.set({ fields: [...own(), ...(organisation ?? [])], problem });

  return {
    state,
    async setOwn(fields) {
      const next = fields.filter(({ source }) => source === 'own');
      // Said before it is tried: Outlook's own answer does not tell that this is the reason.
      if (new TextEncoder().encode(JSON.stringify(next)).length > mostBytes) return failed({ kind: 'refused', code: 'settingsFull', message: '' });
      const written = await writeOwn(next);
      show(state.get().problem);
      return written.ok ? ok(null) : written;
    },
    async load() {
      if (organisation !== null || askOrganisation === null) return;
      asking ??= askOrganisation().then((answer) => {
        if (answer.ok) organisation = answer.value;
        show(answer.ok ? null : answer.problem);
      }).finally(() => { asking = null; });
      await asking;
    },
  };
}
