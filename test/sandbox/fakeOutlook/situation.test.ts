import { requirementMatrix, hostProfiles } from '../../../src/sandbox/fakeOutlook/page/hostProfiles.ts';
import {
  defaultSituation, hasNestedAppAuth, mailboxType, recipientLimit, situationChoices, situationFromQuery, situationToQuery, textDirection,
  type ChoiceKey, type Situation,
} from '../../../src/sandbox/fakeOutlook/page/situation.ts';

describe('situation in the address', () => {
  it('is the usual one when nothing is said', () => {
    expect(situationFromQuery('')).toEqual(defaultSituation);
    expect(situationToQuery(defaultSituation)).toBe('?item=known');
  });

  it.each((Object.keys(situationChoices) as ChoiceKey[]).flatMap((key) => situationChoices[key].map((value) => [key, value])))(
    'survives the way there and back: %s=%s', (key, value) => {
      const chosen = { ...defaultSituation, [key]: value } as Situation;
      expect(situationFromQuery(situationToQuery(chosen))).toEqual(chosen);
    });

  it('carries free values too', () => {
    const chosen: Situation = { ...defaultSituation, item: 'event-60', locale: 'zh-Hant-TW', width: 333, limit: 20, delay: 1500 };
    expect(situationFromQuery(situationToQuery(chosen))).toEqual(chosen);
  });

  it('takes the usual value for whatever it cannot read', () => {
    expect(situationFromQuery('?theme=pink&user=__proto__&width=wide&limit=-3&locale=<b>&item=a/b&delay=1e9')).toEqual(defaultSituation);
  });

  it('keeps numbers within reason', () => {
    expect(situationFromQuery('?width=5&delay=999999999&limit=0')).toMatchObject({ width: 280, delay: 60_000, limit: 1 });
  });
});

describe('what follows from a situation', () => {
  it('writes from the right for languages that do, unless told otherwise', () => {
    expect(textDirection({ dir: 'auto', locale: 'ar-SA' })).toBe('rtl');
    expect(textDirection({ dir: 'auto', locale: 'he-IL' })).toBe('rtl');
    expect(textDirection({ dir: 'auto', locale: 'hr-HR' })).toBe('ltr');
    expect(textDirection({ dir: 'ltr', locale: 'ar-SA' })).toBe('ltr');
  });

  it('offers nested sign-in where host and mailbox have it', () => {
    const at = (part: Partial<Situation>) => hasNestedAppAuth({ ...defaultSituation, ...part });
    expect(at({})).toBe(true);
    expect(at({ profile: 'ltsc2021' })).toBe(false);
    expect(at({ user: 'pat' })).toBe(false);
    expect(at({ user: 'olga' })).toBe(false);
    expect(at({ naa: 'off' })).toBe(false);
    expect(at({ user: 'pat', naa: 'on' })).toBe(true);
  });

  it('says the kind of mailbox as accountType does', () => {
    expect(mailboxType({ mailbox: 'auto', user: 'adele' })).toBe('office365');
    expect(mailboxType({ mailbox: 'auto', user: 'olga' })).toBe('enterprise');
    expect(mailboxType({ mailbox: 'auto', user: 'pat' })).toBe('outlookCom');
    expect(mailboxType({ mailbox: 'gmail', user: 'adele' })).toBe('gmail');
  });

  it('lets a limit of its own go before that of the host', () => {
    expect(recipientLimit({ limit: null, profile: 'phone' })).toBe(100);
    expect(recipientLimit({ limit: 20, profile: 'phone' })).toBe(20);
    expect(recipientLimit({ limit: null, profile: 'macNew' })).toBeNull();
  });

  it('gives requirement sets as texts, since 1.10 is not 1.1', () => {
    for (const profile of Object.values(hostProfiles)) {
      for (const version of Object.values(JSON.parse(requirementMatrix(profile, true)) as object)) expect(typeof version).toBe('string');
    }
    expect(JSON.parse(requirementMatrix(hostProfiles.web, false))).not.toHaveProperty('NestedAppAuth');
    expect(JSON.parse(requirementMatrix(hostProfiles.ltsc2021, true))).toMatchObject({ Mailbox: '1.9', NestedAppAuth: '1.1' });
  });
});
