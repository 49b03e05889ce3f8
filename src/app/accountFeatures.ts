import type { Problem } from '#domain/problem';

/** What Outlook says about the mailbox; '' when it says nothing. */
type AccountType = 'enterprise' | 'office365' | 'outlookCom' | 'gmail' | '';

/** What the pane may offer in a mailbox, decided before anybody signs in. */
export type AccountFeatures = {
  /** Why there is nothing to be had at all: Graph has no contacts of a mailbox on premises, or of another provider. */
  readonly problem: Problem | null;
  /** Contact fields the organisation defined (schema extensions). */
  readonly organisationFields: boolean;
  /** People and pictures from the organisation's directory. */
  readonly directory: boolean;
};

const everything: AccountFeatures = { problem: null, organisationFields: true, directory: true };
const nothing: AccountFeatures = { problem: { kind: 'mailboxUnsupported' }, organisationFields: false, directory: false };

/**
 * A personal account has contacts, folders and categories on Graph, and neither a directory nor schema extensions. An
 * account that is not known is given everything: Graph then says what it has not.
 * (Microsoft Graph, permissions reference: which of them personal accounts have; schemaExtension resource type)
 */
export function accountFeatures(accountType: AccountType): AccountFeatures {
  switch (accountType) {
    case 'enterprise':
    case 'gmail': return nothing;
    case 'outlookCom': return { problem: null, organisationFields: false, directory: false };
    default: return everything;
  }
}
