import fc from 'fast-check';
import type { ContactFields, ContactPatch } from '#domain/contact';
import { changedFields, contactLimits, emptyFields, emptyPostalAddress } from '#domain/contact';
import { merge3 } from '#domain/merge3';

const mail = (address: string, name = '') => ({ name, address });
const fields = (some: ContactPatch): ContactFields => ({ ...emptyFields, ...some });

describe('three versions of a contact', () => {
  it('keeps what either side changed in different fields', () => {
    const before = fields({ jobTitle: 'Buyer', companyName: 'Litware' });
    expect(merge3(before, { jobTitle: 'Chief' }, { ...before, companyName: 'Contoso' })).toEqual({ patch: { jobTitle: 'Chief' }, clashes: [] });
  });

  it('asks only where both changed the same text to different things', () => {
    const before = fields({ jobTitle: 'Buyer', nickName: 'A' });
    expect(merge3(before, { jobTitle: 'Chief', nickName: 'Ana' }, { ...before, jobTitle: 'Head', nickName: 'Ana' }))
      .toEqual({ patch: {}, clashes: ['jobTitle'] });
  });

  it('takes a postal address as one thing', () => {
    const before = fields({ homeAddress: { ...emptyPostalAddress, city: 'Prague' } });
    const mine = { homeAddress: { ...emptyPostalAddress, city: 'Brno' } };
    expect(merge3(before, mine, { ...before, homeAddress: { ...before.homeAddress, street: 'Long 1' } }).clashes).toEqual(['homeAddress']);
    expect(merge3(before, mine, before).patch).toEqual(mine);
  });

  it('merges addresses one by one, whatever their case', () => {
    const before = fields({ emailAddresses: [mail('a@x.example'), mail('b@x.example')] });
    const theirs = fields({ emailAddresses: [mail('A@x.example'), mail('b@x.example'), mail('theirs@x.example')] });
    expect(merge3(before, { emailAddresses: [mail('a@x.example', 'Ana')] }, theirs).patch)
      .toEqual({ emailAddresses: [mail('a@x.example', 'Ana'), mail('theirs@x.example')] });
  });

  it('asks when both gave an address another name, and not when one did', () => {
    const before = fields({ emailAddresses: [mail('a@x.example', 'Ana'), mail('b@x.example')] });
    const mine = { emailAddresses: [mail('a@x.example', 'Ana at work'), mail('b@x.example')] };
    const theirs = (name: string, also = '') => ({ ...before, emailAddresses: [mail('a@x.example', name), mail('b@x.example', also)] });
    expect(merge3(before, mine, theirs('Anna'))).toEqual({ patch: {}, clashes: ['emailAddresses'] });
    expect(merge3(before, mine, theirs('Ana', 'Bo')).patch).toEqual({ emailAddresses: [mail('a@x.example', 'Ana at work'), mail('b@x.example', 'Bo')] });
    expect(merge3(before, mine, theirs('Ana at work', 'Bo'))).toEqual({ patch: {}, clashes: [] });
  });

  it('keeps the order I gave to addresses, with what somebody else added behind', () => {
    const [a, b, c, d] = [mail('a@x.example'), mail('b@x.example'), mail('c@x.example'), mail('d@x.example')];
    const before = fields({ emailAddresses: [a, b, c] });
    expect(merge3(before, { emailAddresses: [b, a, c] }, { ...before, emailAddresses: [a, b, d] }).patch).toEqual({ emailAddresses: [b, a, d] });
  });

  it('asks when both together are more than Graph takes', () => {
    const before = fields({ businessPhones: ['1'] });
    expect(merge3(before, { businessPhones: ['1', '2'] }, { ...before, businessPhones: ['1', '3'] }))
      .toEqual({ patch: {}, clashes: ['businessPhones'] });
  });
});

const list = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5'), { maxLength: 3 });
const some = fc.record({
  jobTitle: fc.constantFrom('', 'a', 'b'), nickName: fc.constantFrom('', 'a', 'b'), birthday: fc.constantFrom('', '2000-01-01'),
  homeAddress: fc.constantFrom('', 'Brno').map((city) => ({ ...emptyPostalAddress, city })),
  categories: list, businessPhones: fc.uniqueArray(fc.constantFrom('1', '2', '3'), { maxLength: 2 }), children: list,
  emailAddresses: list.map((names) => names.map((name) => mail(`${name}@x.example`))),
}).map(fields);
const keysOf = (name: keyof ContactFields, from: ContactFields): string[] => {
  const value = from[name];
  return Array.isArray(value) ? (value as readonly (string | { address: string })[]).map((item) => (typeof item === 'string' ? item : item.address)) : [];
};

describe('the laws of merging', () => {
  const holds = (law: (before: ContactFields, mine: ContactFields, theirs: ContactFields) => void) =>
    fc.assert(fc.property(some, some, some, law), { numRuns: 2_000 });

  it('with itself nothing is to be done', () => {
    holds((before, mine) => expect(merge3(before, changedFields(before, mine), mine)).toEqual({ patch: {}, clashes: [] }));
  });

  it('where nobody else did anything, what is sent is what I changed', () => {
    holds((before, mine) => expect(merge3(before, changedFields(before, mine), before)).toEqual({ patch: changedFields(before, mine), clashes: [] }));
  });

  it('where I did nothing, nothing is sent', () => {
    holds((before, _mine, theirs) => expect(merge3(before, {}, theirs)).toEqual({ patch: {}, clashes: [] }));
  });

  it('nothing is sent that I did not touch, that the server has already, or that is in dispute', () => {
    holds((before, mine, theirs) => {
      const wanted = changedFields(before, mine);
      const { patch, clashes } = merge3(before, wanted, theirs);
      for (const name of Object.keys(patch) as (keyof ContactFields)[]) {
        expect(wanted).toHaveProperty(name);
        expect(patch[name]).not.toEqual(theirs[name]);
        expect(clashes).not.toContain(name);
      }
      for (const name of clashes) expect(mine[name]).not.toEqual(theirs[name]);
    });
  });

  it('sent once it is done: the same merge again finds nothing more to send and nothing new to ask', () => {
    holds((before, mine, theirs) => {
      const wanted = changedFields(before, mine);
      const { patch, clashes } = merge3(before, wanted, theirs);
      const again = merge3(before, wanted, { ...theirs, ...patch });
      expect(Object.keys(again.patch)).toEqual([]);
      expect(again.clashes).toEqual(clashes);
    });
  });

  it('of a list, what either side added is there unless the other took it away, and what either took away is not', () => {
    holds((before, mine, theirs) => {
      const { patch, clashes } = merge3(before, changedFields(before, mine), theirs);
      const after = { ...theirs, ...patch };
      for (const name of ['categories', 'children', 'businessPhones', 'emailAddresses'] as const) {
        if (clashes.includes(name)) continue;
        const [was, want, is] = [before, mine, theirs].map((from) => keysOf(name, from)) as [string[], string[], string[]];
        const expected = [...new Set([...was, ...want, ...is])]
          .filter((item) => (was.includes(item) ? want.includes(item) && is.includes(item) : true));
        expect([...keysOf(name, after)].sort()).toEqual(expected.sort());
      }
    });
  });

  it('never more of a list than Graph takes', () => {
    holds((before, mine, theirs) => {
      const { patch } = merge3(before, changedFields(before, mine), theirs);
      for (const [name, most] of Object.entries(contactLimits)) {
        expect(keysOf(name as keyof ContactFields, { ...theirs, ...patch }).length).toBeLessThanOrEqual(most);
      }
    });
  });
});
