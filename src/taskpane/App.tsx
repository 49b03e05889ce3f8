import { Button, FluentProvider, MessageBar, MessageBarActions, MessageBarBody, Spinner, makeStyles, mergeClasses } from '@fluentui/react-components';
import { MailRegular, PeopleRegular, PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useReducer, useState } from 'react';
import type { Cell } from '#app/cell';
import type { Boot } from '#app/startPane';
import type { Look, Services } from '#app/services';
import { everybody } from '#domain/browseQuery';
import type { Contact, ContactId } from '#domain/contact';
import { Card } from './features/card/Card.tsx';
import { PageBar } from './features/pages/PageBar.tsx';
import { PeopleList } from './features/people/PeopleList.tsx';
import { PhotoFace } from './features/photo/PhotoFace.tsx';
import { StatusLine } from './features/status/StatusLine.tsx';
import { UndoBar } from './features/status/UndoBar.tsx';
import { pageOf, pages } from './pages.tsx';
import type { PageId } from './pages.tsx';
import { editContact, PersonPage } from './PersonPage.tsx';
import { isStepsKey, keptSteps, newStepsKey } from './features/people/keptSteps.ts';
import { rollCallPlace } from './features/people/rollCallPlace.ts';
import { browsePlace } from './features/browse/browsePlace.ts';
import { bulkActions } from './bulkActions.tsx';
import { CustomSection } from './customSectionLater.ts';
import { blockedBy } from './blockedBy.ts';
import { prefetchDraft } from './draftOf.ts';
import { BackButton } from './parts/BackButton.tsx';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Empty } from './parts/Empty.tsx';
import { lazily } from './parts/lazily.tsx';
import { ProblemBar } from './parts/ProblemBar.tsx';
import { Trouble } from './parts/Trouble.tsx';
import { firstView, onlyPerson, paneState, startState } from './paneState.ts';
import type { Editing } from './paneState.ts';
import { readParked } from './readParked.ts';
import { ServicesContext, useServices } from './ServicesContext.ts';
import { useTexts } from './text/TextContext.ts';
import { useCell } from './useCell.ts';
import { useFocusOnView } from './useFocusOnView.ts';
import { useTheme } from './useTheme.ts';

// What is needed only after a click comes in pieces of its own, so that the first look is light.
const EditForm = lazily(() => import('./features/edit/EditForm.tsx').then((it) => it.EditForm));
const PickContact = lazily(() => import('./features/pick/PickContact.tsx').then((it) => it.PickContact));
const History = lazily(() => import('./features/history/History.tsx').then((it) => it.History));
const Settled = lazily(() => import('./features/conflict/Settled.tsx').then((it) => it.Settled));
const Conflict = lazily(() => import('./features/conflict/Conflict.tsx').then((it) => it.Conflict));
const Device = lazily(() => import('./features/settings/Device.tsx').then((it) => it.Device));
const RollCall = lazily(() => import('./features/people/RollCall.tsx').then((it) => it.RollCall));
const GoOver = lazily(() => import('./features/people/GoOver.tsx').then((it) => it.GoOver));
const Report = lazily(() => import('./features/history/Report.tsx').then((it) => it.Report));
const Folders = lazily(() => import('./features/folders/Folders.tsx').then((it) => it.Folders));
const OwnFields = lazily(() => import('./features/customFields/OwnFields.tsx').then((it) => it.OwnFields));
const Browse = lazily(() => import('./features/browse/Browse.tsx').then((it) => it.Browse));
const Account = lazily(() => import('./features/settings/Account.tsx').then((it) => it.Account));
const ContactSearch = lazily(() => import('./features/pick/ContactSearch.tsx').then((it) => it.ContactSearch));

const FollowUp = lazily(() => import('./features/followUp/FollowUp.tsx').then((it) => it.FollowUp));
const Categories = lazily(() => import('./features/categories/Categories.tsx').then((it) => it.Categories));
/** From so many people on, the list has means to sort, choose and save several. */
const rollCallFrom = 6;
/** As many as fit into a pane: what is shown until the list with its means is there. */
const firstRows = 12;


const useStyles = makeStyles({
  // What opens over the page lies in a copy of the provider, which must not cover the page.
  provider: { ':not([data-portal-node])': { height: '100%' } },
  pane: { height: '100%', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr) auto', minWidth: 0 },
  main: { overflowY: 'auto', overflowX: 'hidden', minHeight: 0, scrollPaddingBottom: '80px' },
  // A page that scrolls within itself has what the bars leave, and enough to be of use.
  filled: { display: 'grid', gridTemplateRows: 'auto minmax(280px, 1fr)' },
  foot: { minWidth: 0 },
  waiting: { padding: '48px 16px' },
  bars: { display: 'grid', gap: '4px', padding: '8px 8px 0' },
  box: { padding: '16px' },
});

/** The whole pane: brings up Outlook's look, then shows what the open item asks for. */
export function App({ boot }: { readonly boot: Cell<Boot> }) {
  const state = useCell(boot);
  if (state.phase === 'ready') {
    return (
      <ServicesContext key={state.turn} value={state.services}>
        <Ready services={state.services} />
      </ServicesContext>
    );
  }
  return <Themed look={startLook()}><Starting boot={state} /></Themed>;
}

function Ready({ services }: { readonly services: Services }) {
  const look = useCell(services.look);
  const texts = useTexts();
  const styles = useStyles();
  return (
    <Themed look={look}>
      <ErrorBoundary fallback={(again) => (
        <div className={styles.box}>
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>{texts.boot.defect}</MessageBarBody>
            <MessageBarActions><Button size="small" onClick={again}>{texts.boot.again}</Button></MessageBarActions>
          </MessageBar>
        </div>
      )}>
        <Pane />
      </ErrorBoundary>
    </Themed>
  );
}

function Themed({ look, children }: { readonly look: Look; readonly children: React.ReactNode }) {
  const styles = useStyles();
  useEffect(() => {
    document.documentElement.dir = look.direction;
    document.documentElement.lang = 'en';
    document.documentElement.style.colorScheme = look.mode === 'light' ? 'light' : 'dark';
  }, [look]);
  const theme = useTheme(look.mode);
  if (theme === null) return null;
  return <FluentProvider theme={theme} dir={look.direction} className={styles.provider}>{children}</FluentProvider>;
}

/** Before Outlook has answered only the browser can say how it wants to look. */
const startLook = (): Look => ({
  mode: window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light', direction: 'ltr', language: 'en-US',
});

function Starting({ boot }: { readonly boot: Boot }) {
  const texts = useTexts();
  const styles = useStyles();
  if (boot.phase === 'outside') return <Empty icon={<MailRegular />} title={texts.name} hint={texts.boot.outside} />;
  if (boot.phase === 'failed') {
    return (
      <>
        <Empty icon={<PlugDisconnectedRegular />} title={texts.name} hint={texts.boot.noOffice} />
        <div className={styles.box}><ProblemBar problem={boot.problem} /></div>
      </>
    );
  }
  return <Spinner className={styles.waiting} aria-label={texts.people.reading} />;
}

function Pane() {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const people = useCell(services.people);
  const blocked = blockedBy(useCell(services.sync), services.mailboxProblem);
  const [state, dispatch] = useReducer(paneState, services.people.get(), (first) => paneState(startState, { type: 'item', people: first }));
  const { view, halfWay } = state;
  const changes = useCell(services.changes);
  const disputed = changes.filter((change) => change.state === 'disputed');
  const main = useFocusOnView();
  // A new page begins at its top.
  useEffect(() => { main.current?.scrollTo(0, 0); }, [view, main]);
  const [place] = useState(browsePlace);
  const [rollCall] = useState(rollCallPlace);
  const [goneOver] = useState(keptSteps);
  const isRollCall = view.kind === 'people' && people.phase === 'shown' && people.rows.length >= rollCallFrom;
  const [known] = useState(() => new Set(changes.map(({ group }) => group)));

  useEffect(() => dispatch({ type: 'item', people }), [people]);
  useEffect(() => {
    void services.drafts.list().then((drafts) => {
      dispatch({ type: 'draftsFound', drafts: drafts.flatMap(({ key, value }) => readParked(key, value) ?? []) });
      const halfWayDrafts = drafts.filter(({ key }) => isStepsKey(key));
      if (halfWayDrafts.length === 0) return;
      void import('./features/people/stepsDraft.ts').then(({ readSteps }) => dispatch({
        type: 'halfWayFound',
        halfWay: halfWayDrafts.flatMap(({ key, value }) => {
          const steps = readSteps(value);
          if (steps === null) return [];
          const people = steps.steps.map(({ person }) => person);
          goneOver.keep(people, steps);
          return [{ kind: 'goOver' as const, draftKey: key, people, back: { kind: 'people' as const } }];
        }),
      }), () => undefined);
    });
  }, [services, goneOver]);

  // What a click may need comes while the person is reading, so that it is there at once, and offline too.
  useEffect(() => {
    const timer = setTimeout(() => { for (const piece of [EditForm, PickContact, History, Conflict, Device, Account, Browse, RollCall, GoOver, Report, Folders, OwnFields]) piece.prefetch(); prefetchDraft(); }, 3_000);
    return () => clearTimeout(timer);
  }, []);

  const edit = useCallback((editing: Editing) => dispatch({ type: 'edit', editing }), []);
  const onDirty = useCallback((dirty: boolean) => dispatch({ type: 'dirty', dirty }), []);
  const open = (id: string) => dispatch({ type: 'open', view: { kind: 'person', id } });
  const home = () => dispatch({ type: 'open', view: firstView(services.people.get()) });
  const go = (page: PageId) => (page === 'people' ? home() : dispatch({ type: 'open', view: { kind: page } }));
  const toPeople = () => dispatch({ type: 'open', view: { kind: 'people' } });

  const search = (
    <ContactSearch label={texts.people.search} onChoose={(contact) => dispatch({ type: 'open', view: { kind: 'contact', id: contact.id, back: view } })} />
  );

  const page = () => {
    switch (view.kind) {
      case 'edit':
        return <EditForm key={view.editing.draftKey} subject={view.editing.subject} draftKey={view.editing.draftKey}
          onDirty={onDirty} onDone={() => dispatch({ type: 'editDone', people: services.people.get() })} />;
      case 'contact':
        return <ContactPage key={view.id} id={view.id} onBack={() => dispatch({ type: 'open', view: view.back })} onEdit={(contact) => edit(editContact(contact))} />;
      case 'browse':
        return <Browse place={place} actions={bulkActions} onOpen={({ id }) => dispatch({ type: 'open', view: { kind: 'contact', id, back: view } })} />;
      case 'followUp':
        return <FollowUp onOpen={({ id }) => dispatch({ type: 'open', view: { kind: 'contact', id, back: view } })} />;
      case 'categories':
        return <Categories onShow={(category) => { place.move({ query: { ...everybody, category: { name: category } }, scrollTop: 0, active: 0, wasInList: false }); go('browse'); }} />;
      case 'goOver':
        return <GoOver key={view.draftKey} people={view.people} draftKey={view.draftKey} kept={goneOver} onDirty={onDirty} onDone={home} />;
      case 'report':
        return <Report id={view.id} onBack={() => dispatch({ type: 'open', view: view.back })} />;
      case 'folders':
        return <Folders onOpen={(folderId) => {
          place.move({ query: { ...everybody, folderId }, active: 0, scrollTop: 0, wasInList: false });
          dispatch({ type: 'open', view: { kind: 'browse' } });
        }} />;
      case 'fields':
        return <OwnFields />;
      case 'history':
        return (
          <>
            <History onBack={home} onResolve={(id) => dispatch({ type: 'open', view: { kind: 'conflict', id } })} />
            <Account />
            <Device />
          </>
        );
      case 'conflict': {
        const change = changes.find((one) => one.id === view.id && one.state === 'disputed');
        return change ? <Conflict key={change.id} change={change} onDone={home} /> : <Settled onHistory={() => dispatch({ type: 'open', view: { kind: 'history' } })} />;
      }
      case 'person':
      case 'pick':
      case 'people': {
        if (people.phase === 'reading') return <Spinner className={styles.waiting} aria-label={texts.people.reading} />;
        if (people.phase === 'unreadable') {
          return (
            <>
              <Empty icon={<PlugDisconnectedRegular />} title={texts.people.unreadable} hint={texts.people.unreadableHint} />
              <div className={styles.box}><ProblemBar problem={people.problem} action={{ label: texts.status.retry, run: services.readItemAgain }} /></div>
              {search}
            </>
          );
        }
        if (people.phase === 'noItem') {
          return <><Empty icon={<MailRegular />} title={texts.people.noItem} hint={texts.people.noItemHint} />{search}</>;
        }
        const row = view.kind === 'people' ? undefined : people.rows.find((one) => one.id === view.id);
        if (row && view.kind === 'pick') return <PickContact person={row.person} onDone={() => open(row.id)} />;
        if (row) {
          return <PersonPage key={row.id} row={row} blocked={blocked !== null} onBack={onlyPerson(people) ? null : toPeople} onEdit={edit}
            onPick={() => dispatch({ type: 'open', view: { kind: 'pick', id: row.id } })} />;
        }
        if (people.rows.every((one) => one.standing === 'self')) {
          return <><Empty icon={<PeopleRegular />} title={texts.people.nobody} hint={texts.people.nobodyHint} />{search}</>;
        }
        if (people.rows.length < rollCallFrom) return <PeopleList item={people.item} rows={people.rows} onOpen={({ id }) => open(id)} />;
        return <RollCall key={people.item.key} item={people.item} rows={people.rows} place={rollCall.forItem(people.item.key)} actions={bulkActions} onOpen={({ id }) => open(id)}
          onGoOver={(some) => dispatch({ type: 'open', view: { kind: 'goOver', draftKey: newStepsKey(), people: some, back: view } })}
          fallback={<PeopleList item={people.item} rows={people.rows.slice(0, firstRows)} onOpen={({ id }) => open(id)} />} />;
      }
    }
  };

  return (
    <div className={styles.pane}>
      <PageBar pages={pages} here={pageOf(view)} onGo={go} />
      <main className={mergeClasses(styles.main, (view.kind === 'browse' || isRollCall) && styles.filled)} ref={main} inert={people.phase === 'shown' && people.leaving && (view.kind === 'person' || view.kind === 'people' || view.kind === 'pick')}>
        {(blocked !== null || state.elsewhere || state.parked.length > 0 || halfWay.length > 0 || disputed.length > 0) && (
          <div className={styles.bars}>
            {blocked && <Trouble problem={blocked} retry={() => { services.refresh(); services.sendNow(); }} />}
            {state.elsewhere && view.kind === 'goOver' && (
              <MessageBar intent="info" layout="multiline">
                <MessageBarBody>{texts.rollCall.over.left}</MessageBarBody>
                <MessageBarActions><Button size="small" onClick={() => dispatch({ type: 'park', people })}>{texts.edit.showItem}</Button></MessageBarActions>
              </MessageBar>
            )}
            {state.elsewhere && view.kind === 'edit' && (
              <MessageBar intent="info" layout="multiline">
                <MessageBarBody>{texts.edit.keptOther(view.editing.name)}</MessageBarBody>
                <MessageBarActions><Button size="small" onClick={() => dispatch({ type: 'park', people })}>{texts.edit.showItem}</Button></MessageBarActions>
              </MessageBar>
            )}
            {view.kind !== 'conflict' && view.kind !== 'edit' && disputed.map((change) => (
              <MessageBar key={change.id} intent="warning" layout="multiline" role="alert">
                <MessageBarBody>{texts.conflict.bar(change.name)}</MessageBarBody>
                <MessageBarActions><Button size="small" onClick={() => dispatch({ type: 'open', view: { kind: 'conflict', id: change.id } })}>{texts.conflict.open}</Button></MessageBarActions>
              </MessageBar>
            ))}
            {view.kind !== 'goOver' && halfWay.map((over) => (
              <MessageBar key={over.draftKey} intent="info" layout="multiline">
                <MessageBarBody>{texts.rollCall.over.halfWay(over.people.length)}</MessageBarBody>
                <MessageBarActions><Button size="small" onClick={() => dispatch({ type: 'open', view: over })}>{texts.rollCall.over.goOn}</Button></MessageBarActions>
              </MessageBar>
            ))}
            {view.kind !== 'edit' && state.parked.map((editing) => (
              <MessageBar key={editing.draftKey} intent="info" layout="multiline">
                <MessageBarBody>{texts.edit.leave}</MessageBarBody>
                <MessageBarActions><Button size="small" onClick={() => edit(editing)}>{texts.edit.backToEdit(editing.name)}</Button></MessageBarActions>
              </MessageBar>
            ))}
          </div>
        )}
        {page()}
      </main>
      <footer className={styles.foot}>
        <UndoBar known={known} onPage={view.kind === 'history' ? 'all' : view.kind === 'report' ? view.id : null} onReport={(id) => dispatch({ type: 'open', view: { kind: 'report', id, back: view.kind === 'report' ? view.back : view } })} />
        <StatusLine onHistory={() => dispatch({ type: 'open', view: { kind: 'history' } })} />
      </footer>
    </div>
  );
}

/** A contact opened from the search, not from the item. */
function ContactPage({ id, onBack, onEdit }: { readonly id: ContactId; readonly onBack: () => void; readonly onEdit: (contact: Contact) => void }) {
  const services = useServices();
  const texts = useTexts();
  const styles = useStyles();
  const folders = useCell(services.folders);
  const changes = useCell(services.changes);
  const [contact, setContact] = useState<Contact | null | 'reading'>('reading');

  useEffect(() => {
    let late = false;
    void services.get(id).then((found) => { if (!late) setContact(found); });
    return () => { late = true; };
  }, [services, id, changes]);

  if (contact === 'reading') return <Spinner className={styles.waiting} />;
  return (
    <>
      <BackButton onClick={onBack} label={texts.people.backPlain} />
      {contact === null
        ? <Empty icon={<PeopleRegular />} title={texts.people.notThere} hint={texts.people.notThereHint} />
        : <><Card contact={contact} folders={folders} face={<PhotoFace contact={contact} />} onEdit={() => onEdit(contact)} /><CustomSection contact={contact} /></>}
    </>
  );
}
