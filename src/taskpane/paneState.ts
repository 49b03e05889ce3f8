import type { ChangeId } from '#domain/change';
import type { Contact, ContactFields, ContactId } from '#domain/contact';
import type { PersonOnItem } from '#domain/personOnItem';
import type { PeopleState, PersonRow } from '#app/lookUpPeople';

/** What a form is about. */
export type Subject =
  | { readonly kind: 'new'; readonly fields: ContactFields }
  | { readonly kind: 'existing'; readonly contact: Contact };

export type Editing = { readonly subject: Subject; readonly draftKey: string; readonly name: string };

/** A look at each new person before they are saved. What is typed is kept under `draftKey`. */
export type GoingOver = { readonly kind: 'goOver'; readonly draftKey: string; readonly people: readonly PersonOnItem[]; readonly back: View };

export type View =
  | { readonly kind: 'people' }
  /** One person of the item; `id` is the row's. */
  | { readonly kind: 'person'; readonly id: string }
  /** A contact found by searching; `back` is where. */
  | { readonly kind: 'contact'; readonly id: ContactId; readonly back: View }
  | { readonly kind: 'pick'; readonly id: string }
  /** All contacts, to look through. */
  | { readonly kind: 'browse' }
  | { readonly kind: 'followUp' }
  | { readonly kind: 'categories' }
  | GoingOver
  | { readonly kind: 'folders' }
  /** The fields that the person adds to every contact. */
  | { readonly kind: 'fields' }
  | { readonly kind: 'history' }
  /** What became of many changes made in one go. */
  | { readonly kind: 'report'; readonly id: ChangeId; readonly back: View }
  | { readonly kind: 'conflict'; readonly id: ChangeId }
  | { readonly kind: 'edit'; readonly editing: Editing; readonly back: View };

export type PaneState = {
  readonly view: View;
  /** Which item the view belongs to; null for none. */
  readonly itemKey: number | null;
  /** Something is typed in the open form and not saved. */
  readonly dirty: boolean;
  /** The item changed under an open form, which stayed. */
  readonly elsewhere: boolean;
  /** Forms that were left with typed text in them, kept as drafts. */
  readonly parked: readonly Editing[];
  /** New people who were being gone over when something else was opened, or the pane was closed. */
  readonly halfWay: readonly GoingOver[];
};

export type PaneEvent =
  | { readonly type: 'item'; readonly people: PeopleState }
  | { readonly type: 'open'; readonly view: View }
  | { readonly type: 'edit'; readonly editing: Editing }
  | { readonly type: 'dirty'; readonly dirty: boolean }
  | { readonly type: 'editDone'; readonly people: PeopleState }
  /** Leaves the form for the open item; the typed text stays as a draft. */
  | { readonly type: 'park'; readonly people: PeopleState }
  | { readonly type: 'draftsFound'; readonly drafts: readonly Editing[] }
  | { readonly type: 'halfWayFound'; readonly halfWay: readonly GoingOver[] };

export const startState: PaneState = { view: { kind: 'people' }, itemKey: null, dirty: false, elsewhere: false, parked: [], halfWay: [] };

export function paneState(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'item': {
      const key = keyOf(event.people);
      if (key === state.itemKey) return openLonely(state, event.people);
      if ((state.view.kind === 'edit' || state.view.kind === 'goOver') && state.dirty) return { ...state, itemKey: key, elsewhere: true };
      return { ...state, itemKey: key, view: firstView(event.people), elsewhere: false };
    }
    case 'open':
      if (event.view.kind === 'goOver') return { ...state, view: event.view, dirty: false, elsewhere: false, halfWay: besides(halfWayWith(state), event.view) };
      if (state.view.kind === 'goOver') return { ...state, view: event.view, dirty: false, elsewhere: false, halfWay: halfWayWith(state) };
      // A form with typed text in it is left, not closed: the way back to it stays in sight.
      return state.view.kind === 'edit' && state.dirty && event.view.kind !== 'edit'
        ? { ...state, view: event.view, dirty: false, elsewhere: false, parked: parkedWith(state, state.view.editing) }
        : { ...state, view: event.view, dirty: false, elsewhere: false };
    case 'edit':
      return {
        ...state, view: { kind: 'edit', editing: event.editing, back: state.view }, dirty: false, elsewhere: false, halfWay: halfWayWith(state),
        parked: state.parked.filter((one) => one.draftKey !== event.editing.draftKey),
      };
    case 'dirty':
      return state.dirty === event.dirty ? state : { ...state, dirty: event.dirty };
    case 'editDone':
      return { ...state, dirty: false, elsewhere: false, view: afterEdit(state, event.people) };
    case 'park': {
      if (state.view.kind === 'goOver') return { ...state, view: firstView(event.people), elsewhere: false, dirty: false, halfWay: halfWayWith(state) };
      if (state.view.kind !== 'edit') return state;
      return {
        ...state, view: firstView(event.people), elsewhere: false, dirty: false, parked: parkedWith(state, state.view.editing),
      };
    }
    case 'draftsFound': {
      // Nearly always; nothing is drawn anew for it.
      if (event.drafts.length === 0 && state.parked.length === 0) return state;
      const open = state.view.kind === 'edit' ? state.view.editing.draftKey : '';
      return { ...state, parked: event.drafts.filter((draft) => draft.draftKey !== open) };
    }
    case 'halfWayFound': {
      const here = state.view.kind === 'goOver' ? [...state.halfWay, state.view] : state.halfWay;
      return { ...state, halfWay: [...state.halfWay, ...event.halfWay.filter(({ draftKey }) => !here.some((one) => one.draftKey === draftKey))] };
    }
  }
}

const parkedWith = (state: PaneState, editing: Editing): readonly Editing[] =>
  [...state.parked.filter((one) => one.draftKey !== editing.draftKey), editing];

/** With the one in sight, if something was done in it. */
const halfWayWith = ({ view, dirty, halfWay }: PaneState): readonly GoingOver[] => (view.kind === 'goOver' && dirty ? [...besides(halfWay, view), view] : halfWay);
const besides = (halfWay: readonly GoingOver[], { draftKey }: GoingOver): readonly GoingOver[] => halfWay.filter((one) => one.draftKey !== draftKey);

/** One person alone opens at once; several are a list. */
export function firstView(people: PeopleState): View {
  const only = onlyPerson(people);
  return only === null ? { kind: 'people' } : { kind: 'person', id: only.id };
}

/** The person to open without a click: the only one besides oneself. */
export function onlyPerson(people: PeopleState): PersonRow | null {
  if (people.phase !== 'shown') return null;
  const others = people.rows.filter((row) => row.standing !== 'self');
  return others.length === 1 ? others[0] ?? null : null;
}

/** A draft's first recipient opens when they are added; a second one turns the page back into the list. */
function openLonely(state: PaneState, people: PeopleState): PaneState {
  const { view } = state;
  if (people.phase !== 'shown') return state;
  const gone = (view.kind === 'person' || view.kind === 'pick') && !people.rows.some((row) => row.id === view.id);
  const empty = view.kind === 'people' && onlyPerson(people) !== null && people.item.kind !== 'messageRead';
  return gone || empty ? { ...state, view: firstView(people) } : state;
}

function afterEdit(state: PaneState, people: PeopleState): View {
  if (state.elsewhere || state.view.kind !== 'edit') return firstView(people);
  return state.view.back;
}

const keyOf = (people: PeopleState): number | null => (people.phase === 'shown' ? people.item.key : null);
