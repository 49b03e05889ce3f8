import type { Change, ChangeState } from '#domain/change';
import { groupsOf } from '../../src/taskpane/groups.ts';
import { initialsOf } from '../../src/taskpane/parts/initialsOf.ts';
import { contact } from '../support/contactBuilder.ts';

let at = 0;
const change = (id: string, state: ChangeState, more: Partial<Change> = {}): Change => ({
  id, group: id, at: (at += 1), state, label: 'updated', name: 'Ana', undoes: null, unsure: false, claim: null, problem: null, dispute: null, result: null,
  act: { kind: 'update', contactId: 'ana', before: contact(), patch: { jobTitle: 'Chief' } }, ...more,
});

describe('the history', () => {
  it('shows acts done in one go as one line, in the state that needs the person most', () => {
    const [group] = groupsOf([change('a', 'done', { group: 'g' }), change('b', 'refused', { group: 'g' })]);
    expect(group).toMatchObject({ id: 'g', state: 'refused' });
    expect(group?.changes).toHaveLength(2);
  });

  it('lets what was done of many be taken back although some of them were not accepted', () => {
    expect(groupsOf([change('a', 'done', { group: 'g' }), change('b', 'refused', { group: 'g' })])).toMatchObject([{ canUndo: true }]);
    expect(groupsOf([change('a', 'refused', { group: 'g' }), change('b', 'refused', { group: 'g' })])).toMatchObject([{ canUndo: false }]);
  });

  it('names the same person when it is taken back, and when that is taken back', () => {
    const done = [change('a', 'undone', { group: 'g', name: 'Ana' }), change('b', 'undone', { group: 'g', name: 'Bob' })];
    const undo = [change('c', 'undone', { group: 'h', name: 'Bob', undoes: 'b' }), change('d', 'undone', { group: 'h', name: 'Ana', undoes: 'a' })];
    const redo = [change('e', 'done', { group: 'i', name: 'Ana', undoes: 'd' }), change('f', 'done', { group: 'i', name: 'Bob', undoes: 'c' })];
    const groups = groupsOf([...redo, ...undo, ...done]);
    expect(groups.map(({ first, at: begun, isUndo }) => [first.name, begun, isUndo])).toEqual([['Ana', redo[0]?.at, false], ['Ana', undo[0]?.at, true], ['Ana', done[0]?.at, false]]);
  });

  it('does not call a change what was a dispute in which all was left as it is in Outlook', () => {
    const act = { kind: 'update', contactId: 'ana', before: contact(), patch: {} } as const;
    expect(groupsOf([change('a', 'done', { act })])).toMatchObject([{ state: 'dropped', canUndo: false }]);
    expect(groupsOf([change('a', 'done', { act, group: 'g' }), change('b', 'done', { group: 'g' })])).toMatchObject([{ state: 'done', canUndo: true }]);
  });

  it('does not offer to undo what is being undone', () => {
    const edit = change('a', 'done');
    const undo = change('b', 'waiting', { undoes: 'a' });
    expect(groupsOf([undo, edit]).map((group) => [group.id, group.canUndo])).toEqual([['b', true], ['a', false]]);
  });

  it('offers to undo an undo, which is doing it again', () => {
    const undo = change('b', 'done', { undoes: 'a' });
    expect(groupsOf([undo, change('a', 'undone')])).toMatchObject([{ isUndo: true, canUndo: true }, { canUndo: false }]);
  });
});

describe('initials', () => {
  it.each([
    ['Lena Hofmann', 'LH'], ['Doe, Jane', 'JD'], ['Grace Kim (Proseware)', 'GK'], ['ångström', 'Å'], ['山田 太郎', ''],
    ['billing.team@adventure-works.example', ''], ['', ''], ['Omar van den Berg', 'OB'], ['Иван Петров', 'ИП'],
  ])('of %p are %p', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
