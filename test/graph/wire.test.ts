import fc from 'fast-check';
import { emptyFields, textFieldNames } from '#domain/contact';
import { toContact, toContactChange, toNewWire, toWire } from '#graph/mapping';
import { readBatch, readContact, readFolder, readPage, readCategory, readFlagged } from '#graph/wire';
import { readExtensions, readSchemaExtension, readSchemaValues } from '#graph/wireExtensions';

const contactOf = (value: unknown) => {
  const wire = readContact(value);
  if (!wire.ok) throw new Error('not understood');
  return toContact(wire.value);
};
const changeOf = (value: unknown) => {
  const wire = readContact(value);
  if (!wire.ok) throw new Error('not understood');
  return toContactChange(wire.value);
};

describe('a contact of Graph', () => {
  it('reads every spelling of nothing as nothing', () => {
    const contact = contactOf({
      id: 'a', displayName: null, personalNotes: '', emailAddresses: null, businessPhones: [], homeAddress: {},
      businessAddress: null, birthday: null, children: [null, 'Mia'],
    });
    expect(contact).toEqual({
      ...emptyFields, id: 'a', changeKey: '', parentFolderId: '', createdDateTime: '', lastModifiedDateTime: '', children: ['Mia'],
    });
  });

  it('takes the change key from the tag when it comes only there', () => {
    expect(contactOf({ id: 'a', '@odata.etag': 'W/"EQAAAB=="' }).changeKey).toBe('EQAAAB==');
    expect(contactOf({ id: 'a', changeKey: 'k', '@odata.etag': 'W/"other"' }).changeKey).toBe('k');
  });

  it.each([
    ['1974-07-22T11:59:00Z', '1974-07-22'], ['1974-07-22T00:00:00Z', '1974-07-22'],
    ['1974-07-22T23:30:00-02:00', '1974-07-23'], ['someday', ''], ['', ''], ['+012345-01-01T00:00:00Z', ''],
  ])('reads the birthday %s as the day %s', (birthday, day) => {
    expect(contactOf({ id: 'a', birthday }).birthday).toBe(day);
  });

  it('keeps addresses with half a name', () => {
    const contact = contactOf({ id: 'a', emailAddresses: [{ address: 'x@y.example' }, null, { name: 'N', address: null }] });
    expect(contact.emailAddresses).toEqual([{ name: '', address: 'x@y.example' }, { name: 'N', address: '' }]);
  });

  it.each([
    null, 'a', [], {}, { id: '' }, { id: 7 }, { id: 'a', displayName: 5 }, { id: 'a', businessPhones: '030' },
    { id: 'a', businessPhones: [5] }, { id: 'a', homeAddress: 'x' }, { id: 'a', homeAddress: { city: 1 } },
    { id: 'a', emailAddresses: {} }, { id: 'a', emailAddresses: ['x@y'] }, { id: 'a', birthday: 0 },
  ])('is not understood when it looks like %j', (value) => {
    expect(readContact(value)).toEqual({ ok: false, problem: { kind: 'notUnderstood', from: 'graph' } });
  });
});

describe('a delta item', () => {
  it('holds only the fields that came', () => {
    expect(changeOf({ id: 'a', mobilePhone: null, homeAddress: { city: 'Oslo' } })).toEqual({
      kind: 'changed', id: 'a',
      fields: { mobilePhone: '', homeAddress: { street: '', city: 'Oslo', state: '', countryOrRegion: '', postalCode: '' } },
    });
  });

  it('is a removal whatever its reason', () => {
    for (const reason of ['deleted', 'changed']) {
      expect(changeOf({ id: 'a', '@removed': { reason } })).toEqual({ kind: 'removed', id: 'a' });
    }
  });
});

describe('what is written', () => {
  it('clears with null, replaces lists and addresses whole', () => {
    expect(toWire({
      companyName: '', givenName: 'Ann', businessPhones: [], birthday: '', emailAddresses: [{ name: '', address: 'a@b.example' }],
      homeAddress: { street: '', city: 'Oslo', state: '', countryOrRegion: '', postalCode: '' },
    })).toEqual({
      companyName: null, givenName: 'Ann', businessPhones: [], birthday: null, emailAddresses: [{ address: 'a@b.example' }],
      homeAddress: { street: null, city: 'Oslo', state: null, countryOrRegion: null, postalCode: null },
    });
  });

  it('puts a birthday at noon, where no time zone moves the day', () => {
    expect(toWire({ birthday: '1974-07-22' })).toEqual({ birthday: '1974-07-22T11:59:00Z' });
  });

  it('leaves out of a new contact what is not set', () => {
    expect(toNewWire({ ...emptyFields, givenName: 'Ann', categories: ['Red'] })).toEqual({ givenName: 'Ann', categories: ['Red'] });
  });

  it('reads back as it was, for any contact', () => {
    const text = fc.string();
    const day = fc.date({ min: new Date('0001-01-02T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
    const address = fc.record({ street: text, city: text, state: text, countryOrRegion: text, postalCode: text });
    const fields = fc.record({
      ...Object.fromEntries(textFieldNames.map((name) => [name, text])),
      birthday: fc.oneof(fc.constant(''), day),
      emailAddresses: fc.array(fc.record({ name: text, address: text })),
      businessPhones: fc.array(text), homePhones: fc.array(text), imAddresses: fc.array(text), children: fc.array(text),
      categories: fc.array(text), businessAddress: address, homeAddress: address, otherAddress: address,
    });
    fc.assert(fc.property(fields, (written) => {
      const whole = { ...emptyFields, ...written };
      const place = { id: 'a', changeKey: 'k', parentFolderId: 'f', createdDateTime: 'c', lastModifiedDateTime: 'm' };
      expect(contactOf({ ...JSON.parse(JSON.stringify(toWire(whole))) as object, ...place })).toEqual({ ...whole, ...place });
      expect(contactOf({ ...JSON.parse(JSON.stringify(toNewWire(whole))) as object, ...place })).toEqual({ ...whole, ...place });
    }), { numRuns: 100 });
  });
});

describe('whatever comes instead', () => {
  const nearly = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('id', 'displayName', 'emailAddresses', 'homeAddress', 'birthday', '@removed', '@odata.etag', 'value',
      '@odata.nextLink', '@odata.deltaLink', 'responses', 'businessPhones', 'parentFolderId', '__proto__'), fc.jsonValue()),
    fc.record({ id: fc.string({ minLength: 1 }), emailAddresses: fc.array(fc.jsonValue()), businessAddress: fc.jsonValue() }),
    fc.record({ id: fc.string({ minLength: 1 }), flag: fc.record({ flagStatus: fc.constantFrom('flagged', 'x'), dueDateTime: fc.jsonValue() }), extensions: fc.array(fc.jsonValue()), targetTypes: fc.array(fc.jsonValue()), properties: fc.array(fc.jsonValue()) }, { requiredKeys: ['id'] }),
    fc.record({ responses: fc.array(fc.record({ id: fc.jsonValue(), status: fc.jsonValue(), headers: fc.jsonValue(), body: fc.jsonValue() }, { requiredKeys: [] })) }),
  );
  it.each([
    ['readContact', readContact], ['readFolder', readFolder], ['readPage', readPage], ['readBatch', readBatch],
    ['readCategory', readCategory], ['readFlagged', readFlagged], ['readExtensions', readExtensions], ['readSchemaExtension', readSchemaExtension],
    ['readSchemaValues', (value: unknown) => readSchemaValues(value, 'displayName')],
  ])('%s answers with a value or a problem and never throws', (_name, read) => {
    fc.assert(fc.property(nearly, (value) => {
      const result = read(value);
      if (!result.ok) expect(result.problem).toEqual({ kind: 'notUnderstood', from: 'graph' });
    }), { numRuns: 500 });
  });

  it('becomes a whole contact of ours when it is understood at all', () => {
    fc.assert(fc.property(nearly, (value) => {
      const wire = readContact(value);
      if (!wire.ok) return;
      const contact = toContact(wire.value);
      for (const name of textFieldNames) expect(typeof contact[name]).toBe('string');
      expect(contact.emailAddresses.every(({ name, address }) => typeof name === 'string' && typeof address === 'string')).toBe(true);
      expect(Object.values(contact.businessAddress).every((part) => typeof part === 'string')).toBe(true);
    }), { numRuns: 500 });
  });
});
