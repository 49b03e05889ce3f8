/**
 * Which Outlook the page plays. A profile decides what office.js answers to `isSetSupported` and whether there is a
 * bridge for nested app authentication. It does not take functions away: the npm office.js knows about as much as
 * Mailbox 1.12 whatever a profile says.
 */
export type HostProfile = {
  readonly label: string;
  readonly sets: Readonly<Record<string, string>>;
  readonly nestedAppAuth: boolean;
  /** How many people of an item a pane gets to read; null is "all". */
  readonly recipientLimit: number | null;
  /** How many of each line while a header is folded; left out where it makes no difference. */
  readonly foldedLimit?: number;
  readonly hostVersion: string;
  readonly canCompose: boolean;
};

const dialogs = { DialogApi: '1.2', DialogOrigin: '1.1' } as const;

export const hostProfiles = {
  web: {
    label: 'Outlook on the web', sets: { Mailbox: '1.12', NestedAppAuth: '1.1', ...dialogs },
    nestedAppAuth: true, recipientLimit: 1000, foldedLimit: 20, hostVersion: '16.0.18000.10000', canCompose: true,
  },
  /** The real web host of 2026 claims 1.16; the npm library has not what comes after 1.12: test the function, not the set. */
  newest: {
    label: 'claims Mailbox 1.16', sets: { Mailbox: '1.16', NestedAppAuth: '1.1', ...dialogs },
    nestedAppAuth: true, recipientLimit: 1000, foldedLimit: 20, hostVersion: '16.0.19500.10000', canCompose: true,
  },
  ltsc2021: {
    label: 'classic, LTSC 2021', sets: { Mailbox: '1.9', ...dialogs },
    nestedAppAuth: false, recipientLimit: 500, hostVersion: '16.0.14332.20000', canCompose: true,
  },
  ltsc2024: {
    label: 'classic, LTSC 2024', sets: { Mailbox: '1.14', NestedAppAuth: '1.1', ...dialogs },
    nestedAppAuth: true, recipientLimit: 500, hostVersion: '16.0.17932.20222', canCompose: true,
  },
  macNew: {
    label: 'Mac, new look', sets: { Mailbox: '1.14', NestedAppAuth: '1.1', ...dialogs },
    nestedAppAuth: true, recipientLimit: null, hostVersion: '16.89.0', canCompose: true,
  },
  macClassic: {
    label: 'Mac, classic look', sets: { Mailbox: '1.8', NestedAppAuth: '1.1', ...dialogs },
    nestedAppAuth: true, recipientLimit: 100, hostVersion: '16.80.0', canCompose: true,
  },
  phone: {
    label: 'phone (Mailbox 1.5)', sets: { Mailbox: '1.5', NestedAppAuth: '1.1', DialogApi: '1.1' },
    nestedAppAuth: true, recipientLimit: 100, hostVersion: '4.2433.0', canCompose: false,
  },
  onPremises: {
    label: 'Exchange on-premises', sets: { Mailbox: '1.5', DialogApi: '1.1' },
    nestedAppAuth: false, recipientLimit: 1000, hostVersion: '16.0.10000.10000', canCompose: true,
  },
  /** Older than all of them: nothing to sign in with. */
  bare: {
    label: 'no nested sign-in, no dialogs', sets: { Mailbox: '1.5' },
    nestedAppAuth: false, recipientLimit: 100, hostVersion: '16.0.9000.10000', canCompose: true,
  },
} as const satisfies Record<string, HostProfile>;

export type HostProfileKey = keyof typeof hostProfiles;

/** office.js wants the matrix as JSON text whose values are strings; "1.10" as a number would read as 1.1. */
export function requirementMatrix(profile: HostProfile, nestedAppAuth: boolean): string {
  const { NestedAppAuth, ...rest } = profile.sets as Record<string, string>;
  return JSON.stringify(nestedAppAuth ? { ...rest, NestedAppAuth: NestedAppAuth ?? '1.1' } : rest);
}
