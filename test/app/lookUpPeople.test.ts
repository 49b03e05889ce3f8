import { lookUpPeople } from '#app/lookUpPeople';
import type { Coverage, LookUpPorts, PeopleState } from '#app/lookUpPeople';
import type { Contact } from '#domain/contact';
import { contactKeys } from '#domain/match';
import type { OpenItem, PersonOnItem } from '#domain/personOnItem';
import type { Problem } from '#domain/problem';
import { failed, ok } from '#domain/result';
import { contact, person } from '../support/contactBuilder.ts';

const item = (key: number, ...people: readonly PersonOnItem[]): OpenItem =>
  ({ key, kind: 'messageRead', subject: '', people, mayHaveMore: false });

function setUp(how: Partial<LookUpPorts> & { stored?: Contact[]; coverage?: () => Coverage } = {}) {
  const stored: Contact[] = how.stored ?? [];
  const asked: string[][] = [];
  const lookUp = lookUpPeople({
    lookUp: async (people) => stored.filter((one) => contactKeys(one).some((key) => people.flat().includes(key))),
    askDirectly: async (addresses) => {
      asked.push([...addresses]);
      return ok(null);
    },
    coverage: () => 'complete',
    ownAddresses: () => ['me@contoso.example'],
    ...how,
  });
  return { lookUp, stored, asked };
}

const rows = (state: PeopleState) => (state.phase === 'shown' ? state.rows : []);
const verdicts = (state: PeopleState) => rows(state).map((row) => row.verdict.kind);

describe('looking up the people on an item', () => {
  it('answers from what is stored and asks nobody once everything is stored', async () => {
    const ana = contact({ addresses: ['ana@fabrikam.example'] });
    const { lookUp, asked } = setUp({ stored: [ana] });
    await lookUp.show(item(1, person('Ana@Fabrikam.example'), person('bo@fabrikam.example')));
    expect(verdicts(lookUp.state.get())).toEqual(['known', 'stranger']);
    expect(asked).toEqual([]);
  });

  it('drops an answer that comes after the item has changed', async () => {
    const ana = contact({ addresses: ['ana@fabrikam.example'] });
    let letFirstAnswer = () => {};
    let calls = 0;
    const { lookUp } = setUp({
      lookUp: async () => {
        calls += 1;
        if (calls === 1) await new Promise<void>((go) => { letFirstAnswer = go; });
        return [ana];
      },
    });
    const first = lookUp.show(item(1, person('ana@fabrikam.example')));
    const second = lookUp.show(item(2, person('bo@fabrikam.example')));
    await second;
    letFirstAnswer();
    await first;
    const state = lookUp.state.get();
    expect(state.phase === 'shown' && state.item.key).toBe(2);
    expect(verdicts(state)).toEqual(['stranger']);
  });

  it('calls nobody a stranger while contacts are still being read, and asks Graph for them meanwhile', async () => {
    const { lookUp, asked } = setUp({ coverage: () => 'filling' });
    await lookUp.show(item(1, person('bo@fabrikam.example'), person('me@contoso.example'), person('no-reply@fabrikam.example')));
    expect(rows(lookUp.state.get()).map((row) => [row.standing, row.verdict.kind])).toEqual([
      ['person', 'looking'], ['self', 'looking'], ['machine', 'looking'],
    ]);
    expect(asked).toEqual([['bo@fabrikam.example']]);
  });

  it('shows what the direct question found', async () => {
    const stored: Contact[] = [];
    const { lookUp } = setUp({
      stored,
      coverage: () => 'filling',
      askDirectly: async () => {
        stored.push(contact({ addresses: ['bo@fabrikam.example'] }));
        return ok(null);
      },
    });
    await lookUp.show(item(1, person('bo@fabrikam.example')));
    expect(verdicts(lookUp.state.get())).toEqual(['known']);
  });

  it('says that it is not sure when reading the contacts is stuck', async () => {
    const { lookUp } = setUp({ coverage: () => 'stuck' });
    await lookUp.show(item(1, person('bo@fabrikam.example')));
    expect(verdicts(lookUp.state.get())).toEqual(['unsure']);
  });

  it('looks again when contacts changed, and calls a stranger a stranger once all is read', async () => {
    let coverage: Coverage = 'filling';
    const { lookUp } = setUp({ coverage: () => coverage });
    await lookUp.show(item(1, person('bo@fabrikam.example')));
    coverage = 'complete';
    await lookUp.again();
    expect(verdicts(lookUp.state.get())).toEqual(['stranger']);
  });

  const many = (n: number) => item(1, ...Array.from({ length: n }, (_, i) => person(`p${i}@fabrikam.example`)));

  it('asks about a long list in the order it stands, twenty at a time, a hundred at most', async () => {
    const { lookUp, asked } = setUp({ coverage: () => 'filling' });
    await lookUp.show(many(130));
    expect(asked.map((some) => some.length)).toEqual([20, 20, 20, 20, 20]);
    expect(asked.flat()).toEqual(Array.from({ length: 100 }, (_, n) => `p${n}@fabrikam.example`));
  });

  it('asks no further once everybody is stored, Graph does not answer, or another item is open', async () => {
    let coverage: Coverage = 'filling';
    const asked: number[] = [];
    const asking = (then: () => unknown) => async (addresses: readonly string[]) => {
      asked.push(addresses.length);
      return (await then()) === false ? failed<Problem>({ kind: 'offline' }) : ok(null);
    };
    await setUp({ coverage: () => coverage, askDirectly: asking(() => { coverage = 'complete'; }) }).lookUp.show(many(60));
    coverage = 'filling';
    await setUp({ coverage: () => coverage, askDirectly: asking(() => false) }).lookUp.show(many(60));
    const { lookUp } = setUp({ coverage: () => coverage, askDirectly: asking(() => lookUp.show(null)) });
    await lookUp.show(many(60));
    expect(asked).toEqual([20, 20, 20]);
  });

  it('asks about nobody whom the store has told meanwhile', async () => {
    const stored: Contact[] = [];
    const asked: string[][] = [];
    const { lookUp } = setUp({ stored, coverage: () => 'filling', askDirectly: async (addresses) => {
      asked.push([...addresses]);
      stored.push(contact({ addresses: ['p21@fabrikam.example'] }));
      return ok(null);
    } });
    await lookUp.show(many(22));
    expect(asked.map((some) => some.length)).toEqual([20, 1]);
    expect(asked[1]).toEqual(['p20@fabrikam.example']);
  });

  it('says so when Outlook does not tell who is on the item, whatever is still under way', async () => {
    const { lookUp } = setUp();
    const under = lookUp.show(item(1, person('bo@fabrikam.example')));
    lookUp.unreadable({ kind: 'noAnswer', from: 'outlook' });
    await under;
    expect(lookUp.state.get()).toEqual({ phase: 'unreadable', problem: { kind: 'noAnswer', from: 'outlook' } });
  });

  it('is calm when nothing is open', async () => {
    const { lookUp } = setUp();
    await lookUp.show(item(1, person('bo@fabrikam.example')));
    await lookUp.show(null);
    await lookUp.again();
    expect(lookUp.state.get()).toEqual({ phase: 'noItem' });
  });
});
