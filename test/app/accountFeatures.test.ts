import { accountFeatures } from '#app/accountFeatures';

describe('what a mailbox can be offered', () => {
  it.each(['enterprise', 'gmail'] as const)('nothing in a mailbox Graph does not serve (%s), and that is said', (type) => {
    expect(accountFeatures(type)).toEqual({ problem: { kind: 'mailboxUnsupported' }, organisationFields: false, directory: false });
  });

  it('contacts without the organisation\'s parts in a personal account', () => {
    expect(accountFeatures('outlookCom')).toEqual({ problem: null, organisationFields: false, directory: false });
  });

  it.each(['office365', ''] as const)('everything in a work account, or one Outlook says nothing of (%p)', (type) => {
    expect(accountFeatures(type)).toEqual({ problem: null, organisationFields: true, directory: true });
  });
});
