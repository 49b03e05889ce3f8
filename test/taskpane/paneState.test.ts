import type { PeopleState, PersonRow } from '#app/lookUpPeople';
import { paneState, startState } from '../../src/taskpane/paneState.ts';
import type { Editing, PaneState } from '../../src/taskpane/paneState.ts';
import { contact, person } from '../support/contactBuilder.ts';

const row = (id: string, standing: PersonRow['standing'] = 'person'): PersonRow =>
  ({ id, person: person(id, id), standing, verdict: { kind: 'stranger' } });
const shown = (key: number, ...rows: readonly PersonRow[]): PeopleState =>
  ({ phase: 'shown', item: { key, kind: 'messageRead', subject: '', people: rows.map((one) => one.person), mayHaveMore: false }, rows, leaving: false });
const editing = (name: string): Editing => ({ subject: { kind: 'existing', contact: contact({ displayName: name }) }, draftKey: `edit:${name}`, name });
const after = (state: PaneState, ...events: readonly Parameters<typeof paneState>[1][]) => events.reduce(paneState, state);

describe('what the pane shows', () => {
  it('opens the one person of a mail without a click; oneself does not count', () => {
    expect(after(startState, { type: 'item', people: shown(1, row('ana'), row('me', 'self')) }).view).toEqual({ kind: 'person', id: 'ana' });
  });

  it('lists several people', () => {
    expect(after(startState, { type: 'item', people: shown(1, row('ana'), row('bo')) }).view).toEqual({ kind: 'people' });
  });

  it('stays where it is when the same item is looked at again', () => {
    const state = after(startState, { type: 'item', people: shown(1, row('ana'), row('bo')) }, { type: 'open', view: { kind: 'person', id: 'bo' } },
      { type: 'item', people: shown(1, row('ana'), row('bo')) });
    expect(state.view).toEqual({ kind: 'person', id: 'bo' });
  });

  it('goes along with the item when the form holds nothing unsaved', () => {
    const state = after(startState, { type: 'item', people: shown(1, row('ana')) }, { type: 'edit', editing: editing('Ana') }, { type: 'item', people: shown(2, row('bo')) });
    expect(state.view).toEqual({ kind: 'person', id: 'bo' });
  });

  it('keeps a form with typed text open when the item changes, and says so', () => {
    const state = after(startState, { type: 'item', people: shown(1, row('ana')) }, { type: 'edit', editing: editing('Ana') },
      { type: 'dirty', dirty: true }, { type: 'item', people: shown(2, row('bo')) });
    expect(state.view.kind).toBe('edit');
    expect(state.elsewhere).toBe(true);
  });

  it('keeps the way back to new people who were half gone over', () => {
    const over = { kind: 'goOver' as const, draftKey: 'goOver:1', people: [person('Ana', 'ana')], back: { kind: 'people' as const } };
    const left = after(startState, { type: 'item', people: shown(1, row('ana'), row('bo')) }, { type: 'open', view: over }, { type: 'dirty', dirty: true },
      { type: 'open', view: { kind: 'browse' } });
    expect(left).toMatchObject({ view: { kind: 'browse' }, halfWay: [over], dirty: false });
    expect(after(left, { type: 'open', view: over })).toMatchObject({ view: over, halfWay: [] });
    const done = after(left, { type: 'open', view: over }, { type: 'dirty', dirty: false }, { type: 'open', view: { kind: 'people' } });
    expect(done.halfWay).toEqual([]);
    // Others who are gone over meanwhile, and those found from the last time, are kept beside.
    const other = { ...over, draftKey: 'goOver:2' };
    const both = after(left, { type: 'open', view: other }, { type: 'dirty', dirty: true }, { type: 'edit', editing: editing('Ana') });
    expect(both.halfWay).toEqual([over, other]);
    expect(after(both, { type: 'halfWayFound', halfWay: [over, { ...over, draftKey: 'goOver:3' }] }).halfWay.map(({ draftKey }) => draftKey)).toEqual(['goOver:1', 'goOver:2', 'goOver:3']);
    expect(after(startState, { type: 'open', view: over }, { type: 'halfWayFound', halfWay: [over] }).halfWay).toEqual([]);
  });

  it('shows the new item after such a form is done', () => {
    const next = shown(2, row('bo'));
    const state = after(startState, { type: 'item', people: shown(1, row('ana')) }, { type: 'edit', editing: editing('Ana') },
      { type: 'dirty', dirty: true }, { type: 'item', people: next }, { type: 'editDone', people: next });
    expect(state).toMatchObject({ view: { kind: 'person', id: 'bo' }, elsewhere: false, dirty: false });
  });

  it('puts a form aside on request and takes it up again', () => {
    const next = shown(2, row('bo'));
    const aside = after(startState, { type: 'item', people: shown(1, row('ana')) }, { type: 'edit', editing: editing('Ana') },
      { type: 'dirty', dirty: true }, { type: 'item', people: next }, { type: 'park', people: next });
    expect(aside).toMatchObject({ view: { kind: 'person', id: 'bo' }, parked: [{ name: 'Ana' }] });
    expect(after(aside, { type: 'edit', editing: aside.parked[0]! })).toMatchObject({ view: { kind: 'edit' }, parked: [] });
  });

  it('goes back to the list when the person it shows is taken off the draft', () => {
    const state = after(startState, { type: 'item', people: shown(1, row('ana'), row('bo')) }, { type: 'open', view: { kind: 'person', id: 'bo' } },
      { type: 'item', people: shown(1, row('ana'), row('cy')) });
    expect(state.view).toEqual({ kind: 'people' });
  });

  it('keeps the way back to a form with typed text when another page is opened from it', () => {
    const state = after(startState, { type: 'item', people: shown(1, row('ana')) }, { type: 'edit', editing: editing('Ana') },
      { type: 'dirty', dirty: true }, { type: 'open', view: { kind: 'history' } });
    expect(state.view).toEqual({ kind: 'history' });
    expect(state.parked).toEqual([editing('Ana')].map((one) => expect.objectContaining({ draftKey: one.draftKey }) as unknown));
    expect(after(startState, { type: 'edit', editing: editing('Ana') }, { type: 'open', view: { kind: 'history' } }).parked).toEqual([]);
  });
});
