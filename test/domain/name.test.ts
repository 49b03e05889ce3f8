import fc from 'fast-check';
import { draftFromPerson } from '#domain/contactDraft';
import { splitName } from '#domain/name';
import { displayNameOf, fileAsOf } from '#domain/nameForms';
import { nameCorpus } from './nameCorpus';

const nothing = { givenName: '', middleName: '', surname: '', title: '', generation: '', nickName: '', companyName: '' };

describe('splitName', () => {
  it.each(nameCorpus)('knows the parts of $written', ({ written, address = '', parts }) => {
    expect(splitName(written, address)).toEqual({ ...nothing, ...parts });
  });

  it('holds at least three hundred names in its corpus, none twice', () => {
    const different = new Set(nameCorpus.map(({ written, address = '' }) => `${written}\n${address}`));
    expect(different.size).toBe(nameCorpus.length);
    expect(nameCorpus.length).toBeGreaterThanOrEqual(300);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('Dr.', 'Jane', 'DOE', ',', '(', ')', '[', ']', '|', '-', '"', "'", 'van', 'Jr.', 'via', '山田', '김', 'y',
      '@', 'x@y.z', 'Ltd', 'III', 'de', 'la', "O'Neil", ' ')).map((words) => words.join(' ')),
  );

  it('never fails and never leaves a written name without a name to show', () => {
    fc.assert(fc.property(anything, fc.oneof(anything, fc.constant('')), (name, address) => {
      const parts = splitName(name, address);
      expect(Object.values(parts).every((part) => part === part.trim())).toBe(true);
      if (/\p{L}/u.test(name)) expect(parts.displayName).not.toBe('');
    }), { numRuns: 2_000 });
  });

  // Found by chance and rarely: quotes around nothing, with something set apart behind, and no address to show instead.
  it.each(['" " @ Dr.', '" " | Jane', "' ' (Jane)", '" " via LinkedIn', '“ ” - Contoso'])('leaves something to show of %s', (written) => {
    expect(splitName(written, '')).toEqual({ ...nothing, displayName: written });
  });

  it('says the same of its own answer', () => {
    for (const { written, address = '' } of nameCorpus) {
      const { displayName } = splitName(written, address);
      expect(splitName(displayName, address).displayName).toBe(displayName);
    }
  });
});

describe('fileAsOf', () => {
  const none = { givenName: '', middleName: '', surname: '', companyName: '', displayName: '' };

  it('puts the surname first', () => {
    expect(fileAsOf({ ...none, givenName: 'Jane', middleName: 'M.', surname: 'Doe' })).toBe('Doe, Jane M.');
  });
  it('makes do with one of them', () => {
    expect(fileAsOf({ ...none, givenName: 'Jane' })).toBe('Jane');
    expect(fileAsOf({ ...none, surname: 'Doe' })).toBe('Doe');
  });
  it('takes the company of somebody without a name, and the name shown when there is nothing else', () => {
    expect(fileAsOf({ ...none, companyName: 'Contoso', displayName: 'Reception' })).toBe('Contoso');
    expect(fileAsOf({ ...none, displayName: 'Reception' })).toBe('Reception');
    expect(fileAsOf(none)).toBe('');
  });
  it('writes no comma between names that have the surname first anyway', () => {
    expect(fileAsOf({ ...none, givenName: '太郎', surname: '山田' })).toBe('山田 太郎');
  });
});

describe('displayNameOf', () => {
  const none = { givenName: '', middleName: '', surname: '', companyName: '' };

  it('joins what there is', () => {
    expect(displayNameOf({ ...none, givenName: 'Jane', surname: 'Doe' })).toBe('Jane Doe');
    expect(displayNameOf({ ...none, surname: 'Doe', companyName: 'Contoso' })).toBe('Doe');
  });
  it('shows Jr. but no degrees', () => {
    expect(displayNameOf({ ...none, givenName: 'John', surname: 'Doe', generation: 'Jr. PhD' })).toBe('John Doe Jr.');
  });
  it('falls back to the company', () => {
    expect(displayNameOf({ ...none, companyName: 'Contoso' })).toBe('Contoso');
  });
});

describe('draftFromPerson', () => {
  it('makes a whole contact of somebody on a mail', () => {
    expect(draftFromPerson({ name: 'Dr. Doe, Jane (Contoso)', address: ' Jane.Doe@Contoso.example ' })).toMatchObject({
      displayName: 'Jane Doe', title: 'Dr.', givenName: 'Jane', surname: 'Doe', fileAs: 'Doe, Jane', companyName: 'Contoso',
      emailAddresses: [{ name: 'Jane Doe', address: 'Jane.Doe@Contoso.example' }],
    });
  });
  it('uses all that a name says', () => {
    expect(draftFromPerson({ name: 'Prof. Smith Jr., Robert Quincy "Bob" (Contoso)', address: 'bob@contoso.example' })).toMatchObject({
      displayName: 'Robert Quincy Smith Jr.', title: 'Prof.', givenName: 'Robert', middleName: 'Quincy', surname: 'Smith',
      generation: 'Jr.', nickName: 'Bob', companyName: 'Contoso', fileAs: 'Smith, Robert Quincy',
    });
  });
  it('takes no company from the address', () => {
    expect(draftFromPerson({ name: 'Jane Doe', address: 'jane@contoso.example' }).companyName).toBe('');
  });
  it('invents no address for somebody without one', () => {
    expect(draftFromPerson({ name: 'Jane Doe', address: '  ' }).emailAddresses).toEqual([]);
  });
});
