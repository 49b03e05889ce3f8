import { failed } from '#domain/result';
import { startHost } from '#outlook/host';
import { installOffice, uninstallOffice } from './fakeOffice.ts';

afterEach(uninstallOffice);

it('tells what Outlook says of itself, its user and its abilities', async () => {
  installOffice({
    context: {
      displayLanguage: 'de-DE', contentLanguage: 'en-GB', diagnostics: { platform: 'Mac', version: '16.1' },
      requirements: { isSetSupported: (set: string, version: string) => set === 'Mailbox' && version === '1.8' },
    },
    mailbox: { userProfile: { emailAddress: 'me@x.example', displayName: 'Me', accountType: 'office365' } },
  });
  const host = await startHost();
  expect(host).toMatchObject({ ok: true, value: {
    kind: 'outlook', displayLanguage: 'de-DE', contentLanguage: 'en-GB', platform: 'Mac', version: '16.1',
    userProfile: { emailAddress: 'me@x.example', displayName: 'Me', accountType: 'office365' },
  } });
  if (!host.ok || host.value.kind !== 'outlook') throw new Error('no host');
  expect([host.value.supports('Mailbox', '1.8'), host.value.supports('NestedAppAuth', '1.1')]).toEqual([true, false]);
});

it('has an empty word for everything the host keeps to itself', async () => {
  const office = installOffice({ mailbox: { userProfile: { accountType: 'somethingNew', emailAddress: 5 } } });
  const host = await startHost();
  if (!host.ok || host.value.kind !== 'outlook') throw new Error('no host');
  expect(host.value.userProfile).toEqual({ emailAddress: '', displayName: '', accountType: '' });
  expect([host.value.displayLanguage, host.value.version, host.value.supports('Mailbox', '1.1')]).toEqual(['', '', false]);
  expect(host.value.platform).toBe('OfficeOnline');
  // A pane that started without an item may learn later whose it is.
  office.context.mailbox.userProfile = { emailAddress: 'me@x.example' };
  expect(host.value.userProfile.emailAddress).toBe('me@x.example');
});

it.each([{ host: null, platform: null }, { host: 'Word' }, null])('says that it was opened outside Outlook: %j', async (ready) => {
  installOffice({ ready });
  expect(await startHost()).toEqual({ ok: true, value: { kind: 'outside' } });
});

it('does not wait for ever: neither for an Office that never gets ready nor for one that did not load', async () => {
  expect(await startHost()).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
  Object.assign(globalThis, { Office: { onReady: () => new Promise(() => undefined) } });
  expect(await startHost({ clockMs: 5 })).toEqual(failed({ kind: 'noAnswer', from: 'outlook' }));
});
